package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.Optional;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.Symbology;
import org.jiujin.device.virtual.phone.Burst;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeReadersTest {
  @ParameterizedTest
  @CsvSource({
    "QR_CODE, 就近办",
    "DATA_MATRIX, 62000020261123",
    "AZTEC, queue 17",
    "PDF_417, invoice 4711",
    "CODE_128, GS-2026-0042",
    "CODE_39, TW 88",
    "CODE_93, LZ93",
    "EAN_13, 6901234567892",
    "EAN_8, 69012341",
    "UPC_A, 012345678905",
    "UPC_E, 01234565",
    "ITF, 1234567890",
    "CODABAR, 31117"
  })
  void readsEverySymbologyInAStillPicture(Symbology symbology, String text) throws WriterException {
    var picture = draw(symbology, text);
    assertEquals(Optional.of(new ScannedCode(symbology, text)), CodeReaders.still().read(picture));
  }

  @Test
  void readsChineseThatIsNotUtf8() throws WriterException {
    var hints = java.util.Map.of(com.google.zxing.EncodeHintType.CHARACTER_SET, "GB2312");
    var matrix = new MultiFormatWriter().encode("兰州市", BarcodeFormat.QR_CODE, 200, 200, hints);
    assertEquals(
        Optional.of(new ScannedCode(Symbology.QR_CODE, "兰州市")),
        CodeReaders.still().read(frame(matrix)));
  }

  @Test
  void readsLinearCodesInLiveFramesInAModeOfTheirOwn() throws WriterException {
    var reader = CodeReaders.linearBurst();
    assertEquals(
        Optional.of(new ScannedCode(Symbology.CODE_128, "GS-1")),
        reader.next(draw(Symbology.CODE_128, "GS-1")));
    assertEquals(Optional.empty(), reader.next(draw(Symbology.QR_CODE, "GS-1")));
  }

  @Test
  void readsAPhoneThatIsMovedBeforeTheCamera() {
    var burst = Burst.present(31_000, 1);
    var reader = new QrBurst();
    var read = Optional.<String>empty();
    for (int i = 0; i < Burst.FRAMES && read.isEmpty(); i++) {
      read = reader.read(burst.frame(i), Symbols.UNLIMITED);
    }
    assertEquals(Optional.of(burst.text()), read);
  }

  private static GreyFrame draw(Symbology symbology, String text) throws WriterException {
    return frame(
        new MultiFormatWriter()
            .encode(
                text,
                BarcodeFormat.valueOf(symbology.name()),
                400,
                200,
                java.util.Map.of(
                    com.google.zxing.EncodeHintType.CHARACTER_SET,
                    "UTF-8",
                    com.google.zxing.EncodeHintType.MARGIN,
                    12)));
  }

  private static GreyFrame frame(BitMatrix matrix) {
    var pixels = new byte[matrix.getWidth() * matrix.getHeight()];
    for (int i = 0; i < pixels.length; i++) {
      boolean dark = matrix.get(i % matrix.getWidth(), i / matrix.getWidth());
      pixels[i] = (byte) (dark ? 0 : 255);
    }
    return new GreyFrame(matrix.getWidth(), matrix.getHeight(), pixels);
  }
}
