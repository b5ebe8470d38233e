package org.jiujin.device.idcard.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jiujin.device.Vectors;
import org.jiujin.device.idcard.CardPhoto;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCard.Sex;
import org.jiujin.device.idcard.Nation;
import org.junit.jupiter.api.Test;

class CardTextTest {
  private static final LocalDate BIRTH = LocalDate.of(1990, 1, 1);
  private static final int TEXT_AT = 14;

  @Test
  void readsTheCitizensLayout() {
    var card = card("sam-3001-citizen");
    assertEquals(IdentityCard.Type.CITIZEN, card.type());
    assertEquals("测试", card.name());
    assertEquals(Sex.MALE, card.sex());
    assertEquals(new Nation("01", "汉"), card.nation());
    assertEquals(BIRTH, card.birth());
    assertEquals("甘肃省测试县测试村1号", card.address());
    assertEquals("620100199001010000", card.number());
    assertEquals("测试县公安局", card.issuer());
    assertEquals(LocalDate.of(2020, 1, 1), card.validFrom());
    assertEquals(LocalDate.of(2040, 1, 1), card.validTo());
  }

  @Test
  void readsACardThatIsValidForEver() {
    var card = card("sam-3001-citizen-longterm");
    assertTrue(card.validity().longTerm());
    assertTrue(card.validity().covers(LocalDate.of(2999, 1, 1)));
  }

  @Test
  void readsTheLayoutOfHongKongMacauAndTaiwan() {
    var card = card("sam-3001-hmt-J");
    assertEquals(IdentityCard.Type.HMT, card.type());
    assertEquals(Sex.FEMALE, card.sex());
    assertEquals(Nation.NONE, card.nation());
    assertEquals("810000199001010000", card.number());
    assertEquals("H00000000", card.passNumber());
    assertEquals(LocalDate.of(2025, 1, 1), card.validTo());
  }

  @Test
  void readsTheForeignersLayoutOf2017() {
    var card = card("sam-3001-foreigner-I");
    assertEquals(IdentityCard.Type.FOREIGNER_2017, card.type());
    assertEquals("TEST, SAMPLE", card.latinName());
    assertEquals("测试", card.name());
    assertEquals("USA310000900101", card.number());
    assertEquals("USA", card.nationality());
    assertEquals("1500", card.issuer());
    assertEquals(BIRTH, card.birth());
    assertEquals(Sex.MALE, card.sex());
  }

  @Test
  void readsTheForeignersLayoutOf2023() {
    var card = card("sam-3001-foreigner-Y");
    assertEquals(IdentityCard.Type.FOREIGNER_2023, card.type());
    assertEquals("TEST, SAMPLE", card.latinName());
    assertEquals("931840199001010003", card.number());
    assertEquals("USA", card.nationality());
    assertEquals(LocalDate.of(2033, 8, 31), card.validTo());
  }

  @Test
  void readsTheNewestAddress() {
    var frame = Vectors.frame("sam-3003-new-address");
    assertEquals("甘肃省测试县新测试村2号", CardText.field(frame, 10, 70));
  }

  @Test
  void refusesEveryShorterBlock() {
    var block = block("sam-3001-citizen");
    for (int size = 0; size < block.length; size++) {
      assertEquals(Optional.empty(), parse(Arrays.copyOf(block, size)));
    }
  }

  @Test
  void refusesAnUnknownTypeAndAnImpossibleDay() {
    var unknown = block("sam-3001-citizen");
    unknown[248] = 'Q';
    assertEquals(Optional.empty(), parse(unknown));
    var impossible = block("sam-3001-citizen");
    impossible[36 + 8] = '9'; // month 91
    assertEquals(Optional.empty(), parse(impossible));
  }

  @Test
  void keepsADotAndBlanksInsideAName() {
    var block = block("sam-3001-citizen");
    var name = "测·试 甲".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, block, 0, name.length);
    assertEquals("测·试 甲", parse(block).orElseThrow().name());
  }

  @Test
  void knowsTheNationsOfGansuAndBothCodesForOthers() {
    assertEquals("回", Nations.of("03").name());
    assertEquals("东乡", Nations.of("26").name());
    assertEquals("撒拉", Nations.of("35").name());
    assertEquals("保安", Nations.of("47").name());
    assertEquals("裕固", Nations.of("48").name());
    assertEquals("基诺", Nations.of("56").name());
    assertEquals("其他", Nations.of("57").name());
    assertEquals("其他", Nations.of("97").name());
    assertEquals("", Nations.of("00").name());
    assertEquals("", Nations.of("xx").name());
  }

  @Test
  void wipesThePhoto() {
    var photo = new CardPhoto(new byte[] {1, 2, 3});
    var card = CardText.parse(block("sam-3001-citizen"), "", photo).orElseThrow();
    card.wipe();
    assertFalse(
        new String(card.photo().bytes(), java.nio.charset.StandardCharsets.US_ASCII)
            .contains("\u0001"));
    assertFalse(card.toString().contains("测试"));
  }

  private static IdentityCard card(String vector) {
    return parse(block(vector)).orElseThrow();
  }

  private static byte[] block(String vector) {
    return Arrays.copyOfRange(Vectors.frame(vector), TEXT_AT, TEXT_AT + CardText.BYTES);
  }

  private static Optional<IdentityCard> parse(byte[] block) {
    return CardText.parse(block, "", new CardPhoto(new byte[0]));
  }
}
