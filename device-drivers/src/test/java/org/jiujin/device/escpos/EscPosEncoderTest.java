package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiujin.device.printer.Bitmap;
import org.jiujin.device.printer.PaperWidth;
import org.jiujin.device.printer.Receipt;
import org.jiujin.device.printer.ReceiptLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscPosEncoderTest {
  @Test
  void preparesThePrinterForChinese() {
    assertEquals(
        "1b401c261d6100",
        HexFormat.of().formatHex(EscPosEncoder.preparation(EscPosProfile.Status.REALTIME)));
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
  void sendsALineWithARareCharacterAsAPicture() {
    var bytes = encode(ReceiptLine.text("李𬀩"), PrinterOnVirtualPaper.WITH_FONT);
    var hex = HexFormat.of().formatHex(bytes);
    // ESC a 0, GS ! 0, ESC E 0, then GS v 0 with 48 dots in 6 bytes by 30 rows
    assertTrue(hex.startsWith("1b6100" + "1d2100" + "1b4500" + "1d763000" + "0600" + "1e00"), hex);
    int end = hex.length() - "1b45001d21001b61001d564200".length();
    assertEquals(2 * (9 + 8 + 6 * 30), end);
    assertEquals("1b45001d21001b61001d564200", hex.substring(end));
  }

  @Test
  void drawsACentredLineWhereThePrinterWouldSetIt() {
    var look = new ReceiptLine.Text("𬀩", ReceiptLine.Align.CENTRE, ReceiptLine.Size.DOUBLE, true);
    var hex = HexFormat.of().formatHex(encode(look, PrinterOnVirtualPaper.WITH_FONT));
    // (576 - 48) / 2 + 48 dots are 39 bytes; 2 x 24 + 6 rows; the alignment is put aside for the
    // picture
    assertTrue(hex.contains("1b6100" + "1d763000" + "2700" + "3600"), hex);
  }

  @Test
  void keepsAGapForACharacterThatNoFontHas() {
    assertTrue(
        HexFormat.of()
            .formatHex(encode(ReceiptLine.text("甲𠮷"), PrinterOnVirtualPaper.WITH_FONT))
            .contains("bcd7" + "a1fe" + "0a"));
  }

  @Test
  void centresAPicture() {
    var dot = new BufferedImage(9, 2, BufferedImage.TYPE_INT_RGB);
    dot.setRGB(0, 0, 0xFFFFFF);
    assertEquals(
        "1b6101" + "1d763000" + "0200" + "0200" + "7f80ff80" + "1b6100" + "1d564200",
        hex(new ReceiptLine.Picture(Bitmap.of(dot))));
  }

  @Test
  void shrinksAPictureToThePaper() {
    var wide = Bitmap.of(new BufferedImage(576, 30, BufferedImage.TYPE_INT_RGB));
    var narrow = EscPosProfile.COMMON.on(PaperWidth.MM_58);
    var hex = HexFormat.of().formatHex(encode(new ReceiptLine.Picture(wide), narrow));
    assertTrue(hex.startsWith("1b6101" + "1d763000" + "3000" + "1400"), "384 x 20 dots");
  }

  @Test
  void setsRowsAndRulesToThePaper() {
    var narrow = EscPosProfile.COMMON.on(PaperWidth.MM_58);
    assertEquals("事项" + " ".repeat(24) + "补卡\n", text(new ReceiptLine.Row("事项", "补卡"), narrow));
    assertEquals("─".repeat(16) + "\n", text(new ReceiptLine.Rule(), narrow));
  }

  @Test
  void makesModulesSmallerWhereTheCodeWouldBeTooWide() {
    var long512 = new ReceiptLine.QrCode("q".repeat(512), 12);
    assertTrue(hex(long512).contains("1d286b0300314306"), "89 modules of 6 dots on 80 mm");
    var narrow = EscPosProfile.COMMON.on(PaperWidth.MM_58);
    assertTrue(
        HexFormat.of().formatHex(encode(long512, narrow)).contains("1d286b0300314304"),
        "and of 4 dots on 58 mm");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        1, 14, 15, 26, 27, 42, 62, 84, 106, 107, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450,
        504, 512
      })
  void knowsTheSizeOfAQrCode(int bytes) throws WriterException {
    var hints =
        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);
    var code = new QRCodeWriter().encode("q".repeat(bytes), BarcodeFormat.QR_CODE, 0, 0, hints);
    assertEquals(code.getWidth(), QrSize.modules(bytes));
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
    for (int i = 0; i < 60; i++) {
      var line =
          switch (random.nextInt(6)) {
            case 0 -> ReceiptLine.heading(randomText(random));
            case 1 -> new ReceiptLine.Row(randomText(random), randomText(random));
            case 2 -> new ReceiptLine.QrCode("q".repeat(1 + random.nextInt(512)), 6);
            case 3 -> new ReceiptLine.Picture(randomPicture(random));
            case 4 -> new ReceiptLine.Row("申请人", "李" + "𬀩".repeat(1 + random.nextInt(3)));
            default -> new ReceiptLine.Feed(1 + random.nextInt(20));
          };
      var bytes = hexPairs(line);
      for (var command : List.of(" 10 04", " 10 05", " 10 14")) {
        assertFalse(bytes.contains(command), "seed " + seed + command);
      }
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

  /// Full of the bytes that must not meet.
  private static Bitmap randomPicture(Random random) {
    var image = new BufferedImage(8 * (1 + random.nextInt(72)), 40, BufferedImage.TYPE_INT_RGB);
    int[] dangerous = {0x10, 0x04, 0x05, 0x14, 0x00};
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < image.getWidth(); x += 8) {
        int bits = dangerous[random.nextInt(dangerous.length)];
        for (int bit = 0; bit < 8; bit++) {
          image.setRGB(x + bit, y, (bits << bit & 0x80) == 0 ? 0xFFFFFF : 0);
        }
      }
    }
    return Bitmap.of(image);
  }

  private static String hexPairs(ReceiptLine line) {
    return " "
        + HexFormat.ofDelimiter(" ").formatHex(encode(line, PrinterOnVirtualPaper.WITH_FONT));
  }

  private static String hex(ReceiptLine line) {
    return HexFormat.of().formatHex(encode(line));
  }

  /// The bytes as text, without the cut; only lines without commands come out readable.
  private static String text(ReceiptLine line) {
    return text(line, EscPosProfile.COMMON);
  }

  private static String text(ReceiptLine line, EscPosProfile profile) {
    var text = new String(encode(line, profile), Charset.forName("GB18030"));
    return text.substring(0, text.indexOf("\u001DV")).replaceAll("\u001B[aE].|\u001D!.", "");
  }

  private static byte[] encode(ReceiptLine line) {
    return encode(line, EscPosProfile.COMMON);
  }

  private static byte[] encode(ReceiptLine line, EscPosProfile profile) {
    return EscPosEncoder.encode(new Receipt(List.of(line)), profile);
  }
}
