package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosEncoderTest {
  @Test
  void preparesThePrinterForChinese() {
    assertEquals("1b401c261d6100", HexFormat.of().formatHex(EscPosEncoder.preparation()));
  }

  @Test
  void writesTextInGb18030WithItsLook() {
    assertEquals(
        "1b6101"
            + "1d2111"
            + "1b4501"
            + "b2e2cad4"
            + "0a"
            + "1b4500"
            + "1d2100"
            + "1b6100"
            + "1d564200",
        hex(ReceiptLine.heading("测试")));
  }

  @Test
  void writesAQrCode() {
    assertEquals(
        "1b6101"
            + "1d286b040031413200"
            + "1d286b0300314306"
            + "1d286b0300314531"
            + "1d286b0500315030"
            + "6162"
            + "1d286b0300315130"
            + "1b6100"
            + "1d564200",
        hex(new ReceiptLine.QrCode("ab", 6)));
  }

  @Test
  void feeds() {
    assertEquals("1b6403" + "1d564200", hex(new ReceiptLine.Feed(3)));
  }

  @Test
  void putsTheValueOfARowAtTheRightMargin() {
    assertEquals("事项" + " ".repeat(40) + "补卡\n", text(new ReceiptLine.Row("事项", "补卡")));
  }

  @Test
  void putsALongValueBelowItsKey() {
    var lines = text(new ReceiptLine.Row("办理地点", "甘".repeat(30))).lines().toList();
    assertEquals("办理地点", lines.get(0));
    assertEquals("    " + "甘".repeat(22), lines.get(1));
    assertEquals(" ".repeat(32) + "甘".repeat(8), lines.get(2));
  }

  @Test
  void replacesWhatCheapPrintersCannotPrint() {
    assertTrue(text(ReceiptLine.text("甲\uD842\uDFB7乙")).startsWith("甲〓乙"));
    var whole =
        EscPosEncoder.encode(
            new Receipt(List.of(ReceiptLine.text("\uD842\uDFB7"))), EscPosProfile.GB18030);
    assertTrue(new String(whole, Charset.forName("GB18030")).contains("\uD842\uDFB7"));
  }

  @Test
  void refusesCommandsHiddenInTexts() {
    assertThrows(IllegalArgumentException.class, () -> ReceiptLine.text("a\u001Bb"));
    assertThrows(IllegalArgumentException.class, () -> new ReceiptLine.QrCode("\u0010\u0004", 6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void neverLetsARealTimeCommandHappen(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var line =
          switch (random.nextInt(4)) {
            case 0 -> ReceiptLine.heading(randomText(random));
            case 1 -> new ReceiptLine.Row(randomText(random), randomText(random));
            case 2 -> new ReceiptLine.QrCode("q".repeat(1 + random.nextInt(512)), 6);
            default -> new ReceiptLine.Feed(1 + random.nextInt(20));
          };
      assertFalse(hexPairs(line).contains(" 10 04"), "seed " + seed);
    }
  }

  private static String randomText(Random random) {
    return random
        .ints(random.nextInt(60), 0x20, 0xFFFF)
        .filter(c -> Character.isDefined(c) && !Character.isISOControl(c))
        .filter(c -> !Character.isSurrogate((char) c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String hexPairs(ReceiptLine line) {
    return " " + HexFormat.ofDelimiter(" ").formatHex(encode(line));
  }

  private static String hex(ReceiptLine line) {
    return HexFormat.of().formatHex(encode(line));
  }

  /// The bytes as text, without the cut; only lines without commands come out readable.
  private static String text(ReceiptLine line) {
    var text = new String(encode(line), Charset.forName("GB18030"));
    return text.substring(0, text.indexOf("\u001DV")).replaceAll("\u001B[aE].|\u001D!.", "");
  }

  private static byte[] encode(ReceiptLine line) {
    return EscPosEncoder.encode(new Receipt(List.of(line)), EscPosProfile.COMMON);
  }
}
