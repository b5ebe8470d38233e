package org.jiujin.device.iso7816;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jiujin.device.iso7816.ExchangeException.Reason;
import org.junit.jupiter.api.Test;

class CardSessionTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  @Test
  void writesTheFourFormsOfACommand() {
    var head = Apdu.of(0, 0xA4, 4, 0);
    assertEquals("00A40400", HEX.formatHex(head.encoded()));
    assertEquals("00A4040010", HEX.formatHex(head.expecting(16).encoded()));
    assertEquals("00A4040000", HEX.formatHex(head.expecting(256).encoded()));
    assertEquals("00A4040002EF05", HEX.formatHex(head.with(HEX.parseHex("EF05")).encoded()));
    assertEquals(
        "00A4040002EF0500",
        HEX.formatHex(head.with(HEX.parseHex("EF05")).expecting(256).encoded()));
  }

  @Test
  void writesThemForTZero() {
    var head = Apdu.of(0, 0xA4, 4, 0);
    assertEquals("00A4040000", HEX.formatHex(head.encodedForT0()));
    assertEquals(
        "00A4040002EF05",
        HEX.formatHex(head.with(HEX.parseHex("EF05")).expecting(256).encodedForT0()));
  }

  @Test
  void joinsWhatIsFetchedInPieces() throws ExchangeException {
    var card = ScriptedCard.empty().with("00CA000000", "01026102").with("00C0000002", "03049000");
    var reply = card.session().exchange(Apdu.of(0, 0xCA, 0, 0).expecting(256));
    assertArrayEquals(new byte[] {1, 2, 3, 4}, reply.data());
    assertTrue(reply.word().ok());
  }

  @Test
  void asksAgainWithTheRightLengthButNeverRepeatsACommandWithData() throws ExchangeException {
    var card = ScriptedCard.empty().with("00CA000000", "6C02").with("00CA000002", "01029000");
    assertEquals(2, card.session().exchange(Apdu.of(0, 0xCA, 0, 0).expecting(256)).data().length);
    var verify = ScriptedCard.empty().with("0020008008FFFFFFFFFFFFFFFF", "6C08");
    var block = new byte[8];
    Arrays.fill(block, (byte) 0xFF);
    assertFalse(verify.session().exchange(Apdu.of(0, 0x20, 0, 0x80).with(block)).word().ok());
    assertEquals(1, verify.asked().size(), "a PIN is shown once");
  }

  @Test
  void chainsLongCommands() throws ExchangeException {
    var card = ScriptedCard.empty();
    var first = "1087079AFF" + "00".repeat(255);
    var second = "0087079A0B" + "00".repeat(11) + "00";
    card.with(first, "9000").with(second, "9000");
    var head = Apdu.of(0, 0x87, 7, 0x9A).expecting(256);
    assertTrue(card.session().chained(head, new byte[266]).word().ok());
    assertEquals(List.of(first, second), card.asked());
  }

  @Test
  void endsAnAnswerWithoutEnd() {
    var full = "00".repeat(256) + "6100";
    var endless = ScriptedCard.empty().with("00CA000000", full).with("00C0000000", full);
    var stuck = ScriptedCard.empty().with("00CA000000", "6100").with("00C0000000", "6100");
    for (var card : List.of(endless, stuck)) {
      var thrown =
          assertThrows(
              ExchangeException.class,
              () -> card.session().exchange(Apdu.of(0, 0xCA, 0, 0).expecting(256)));
      assertEquals(Reason.GARBLED, thrown.reason());
    }
  }

  @Test
  void sendsNothingMoreWhenItIsNotWanted() {
    var card = ScriptedCard.empty();
    var session = new CardSession(card, () -> true);
    var thrown =
        assertThrows(ExchangeException.class, () -> session.exchange(Apdu.of(0, 0xCA, 0, 0)));
    assertEquals(Reason.CANCELLED, thrown.reason());
    assertEquals(List.of(), card.asked());
  }

  @Test
  void showsNoDataAndWipesThem() throws ExchangeException {
    var secret = Apdu.of(0, 0x20, 0, 0x80).with(HEX.parseHex("3132333435363738"));
    assertFalse(secret.toString().contains("31"), secret::toString);
    var _ = ScriptedCard.empty().session().exchange(secret);
    assertEquals("0020008008" + "00".repeat(8), HEX.formatHex(secret.encoded()));
  }
}
