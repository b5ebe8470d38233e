package org.jiujin.device.iso7816;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jiujin.device.chipcard.Insertion;
import org.jiujin.device.chipcard.PaymentCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlvTest {
  private static final byte[] CONTROL =
      hex("6F19840F7378312E73682EC9E7BBE1B1A3D5CFA5069F0C03860103");

  @Test
  void findsAnObjectAlongItsPath() {
    assertArrayEquals(hex("03"), Tlv.find(CONTROL, 0x6F, 0xA5, 0x9F0C, 0x86).orElseThrow());
    assertEquals(3, SsseProof.algorithm(CONTROL));
    assertEquals(Optional.empty(), Tlv.find(CONTROL, 0x6F, 0x86));
  }

  @Test
  void refusesAnObjectCutAtAnyByte() {
    for (int size = 1; size < CONTROL.length; size++) {
      assertEquals(Optional.empty(), Tlv.parse(Arrays.copyOf(CONTROL, size)));
      assertEquals(1, SsseProof.algorithm(Arrays.copyOf(CONTROL, size)), "the usual one");
    }
  }

  @Test
  void skipsPaddingAndReadsLongLengths() {
    var value = new byte[300];
    var object = Tlv.encode(0x70, value);
    var padded = new byte[object.length + 4];
    System.arraycopy(object, 0, padded, 2, object.length);
    assertEquals(300, Tlv.find(padded, 0x70).orElseThrow().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7080", "70840000000100", "9FFFFF8101", "7082", "1F", "30FF"})
  void refusesWhatIsNoDefiniteLengthOrNoTag(String bytes) {
    assertEquals(Optional.empty(), Tlv.parse(hex(bytes)));
  }

  @Test
  void survivesDeepNesting() {
    var bytes = new byte[0];
    for (int i = 0; i < 2_000; i++) {
      bytes = Tlv.encode(0x70, bytes);
    }
    assertEquals(1, Tlv.parse(bytes).orElseThrow().size());
  }

  @Test
  void readsANumberFromItsObjectOnlyAndRefusesAWrongCheckDigit() {
    assertEquals(
        Optional.of(new PaymentCard(new Insertion(1), "629999******0009", YearMonth.of(2030, 12))),
        card("70105A0862999900000000095F2403301231"));
    assertEquals(Optional.empty(), card("70105A0862999900000000085F2403301231"));
    assertEquals(Optional.empty(), card("70139F1F0A5A0862999900000000095F2403301231"));
  }

  @Test
  void asksForNothingInTheCardsWishList() {
    assertEquals(11, EmvCard.emptyData(hex("9F02069F1A029A03")).length);
    assertEquals(0, EmvCard.emptyData(hex("9F")).length);
    assertEquals(0, EmvCard.emptyData(new byte[0]).length);
  }

  @Test
  void findsTheRecordsInBothTemplates() {
    assertArrayEquals(hex("08010100"), EmvCard.locator(hex("80067C0008010100")));
    assertArrayEquals(hex("08010100"), EmvCard.locator(hex("770A82027C00940408010100")));
    assertTrue(EmvCard.locator(hex("8001FF")).length == 0);
  }

  private static Optional<PaymentCard> card(String record) {
    var number = new PaymentNumber();
    number.take(hex(record));
    return number.card(new Insertion(1));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
