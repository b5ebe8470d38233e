package org.jiujin.device.iso7816;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.chipcard.SocialSecurityCard;
import org.jiujin.device.chipcard.SocialSecurityCard.Details;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard.Habit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsseCardTest {
  private static final Insertion STAY = new Insertion(1);
  private static final String SELECT = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF";

  @Test
  void readsTheGoldenCardOfGenerationTwo() throws ExchangeException {
    var card = read(ScriptedCard.vector("ssse-gen2-apdu.txt"));
    assertEquals("620000D15600000500000000000000AA", card.recognitionCode());
    assertEquals("620000", card.region());
    assertEquals("2.00", card.version());
    assertEquals("X00000001", card.cardNumber());
    assertEquals("915600000262000000000001", card.institution());
    var open = assertInstanceOf(Details.Open.class, card.details());
    assertEquals(LocalDate.of(2030, 1, 1), open.expires());
    assertEquals("测试", open.holder().name());
    assertEquals("000000190001010000", open.holder().number());
    assertEquals(IdentityCard.Sex.MALE, open.holder().sex());
    assertEquals("620000", open.holder().birthRegion());
    assertEquals(LocalDate.of(1900, 1, 1), open.holder().birth());
  }

  @Test
  void fetchesTheAnswerOfATZeroCard() throws ExchangeException {
    var card = ScriptedCard.vector("ssse-gen2-apdu.txt").with(SELECT, "611B");
    assertEquals("X00000001", read(card).cardNumber());
    assertTrue(card.asked().contains("00C000001B"));
  }

  @Test
  void takesACardWithoutNameExtension() throws ExchangeException {
    var card = ScriptedCard.vector("ssse-gen2-apdu.txt").with("00B24E0016", "6A83");
    var open = assertInstanceOf(Details.Open.class, read(card).details());
    assertEquals("测试", open.holder().name());
  }

  @Test
  void joinsALongNameWithItsExtension() throws ExchangeException {
    var name = "阿布都拉·买买提明·吐尔逊江·测试";
    var card = new VirtualSocialSecurityCard(2, name, Habit.ANSWERS_AT_ONCE);
    var session = new CardSession(command -> card.answer(command.encoded()), () -> false);
    var read = assertInstanceOf(CardReading.Read.class, new SsseCard(session, STAY).read());
    var open = assertInstanceOf(Details.Open.class, ((SocialSecurityCard) read.card()).details());
    assertEquals(name, open.holder().name());
  }

  @Test
  void doesNotTakeTheNameExtensionForTheSex() throws ExchangeException {
    var card = ScriptedCard.vector("ssse-gen2-apdu.txt").with("00B20A0003", "4E14009000");
    var open = assertInstanceOf(Details.Open.class, read(card).details());
    assertEquals(IdentityCard.Sex.UNKNOWN, open.holder().sex());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00B2010012", "00B2030006", "00B207000B", "00B2080014", "00B2090020"})
  void refusesACardThatLacksWhatItMustHave(String command) throws ExchangeException {
    for (var answer : new String[] {"6A83", "9000", "0110629000", "6F00"}) {
      var card = ScriptedCard.vector("ssse-gen2-apdu.txt").with(command, answer);
      assertInstanceOf(
          CardReading.Unreadable.class, new SsseCard(card.session(), STAY).read(), answer);
    }
  }

  @Test
  void withholdsWhatTheCardLocks() throws ExchangeException {
    var card = ScriptedCard.vector("ssse-gen2-apdu.txt").with("00B2080014", "6982");
    assertInstanceOf(Details.Withheld.class, read(card).details());
  }

  @Test
  void leavesOtherCardsAlone() throws ExchangeException {
    var card = ScriptedCard.empty().with(SELECT, "6A82");
    assertInstanceOf(CardReading.OtherKind.class, new SsseCard(card.session(), STAY).read());
    assertEquals(1, card.asked().size());
  }

  @Test
  void refusesARecordCutAtAnyByte() {
    var whole = HexFormat.of().parseHex("0812303030303030313930303031303130303030");
    assertTrue(SsseRecord.parse(SsseField.NUMBER, whole).isPresent());
    for (int size = 0; size < whole.length; size++) {
      var cut = java.util.Arrays.copyOf(whole, size);
      assertEquals(Optional.empty(), SsseRecord.parse(SsseField.NUMBER, cut));
    }
  }

  @Test
  void readsNoDayFromAFilledUpField() {
    var record = HexFormat.of().parseHex("0504FFFFFFFF");
    assertEquals(
        SocialSecurityCard.NO_DAY, SsseRecord.parse(SsseField.ISSUED, record).orElseThrow().day());
  }

  private static SocialSecurityCard read(ScriptedCard card) throws ExchangeException {
    var reading = new SsseCard(card.session(), STAY).read();
    var read = assertInstanceOf(CardReading.Read.class, reading, reading::toString);
    return assertInstanceOf(SocialSecurityCard.class, read.card());
  }
}
