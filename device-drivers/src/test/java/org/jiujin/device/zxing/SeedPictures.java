package org.jiujin.device.zxing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.pdf417.encoder.Dimensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.Symbology;

/// Draws the pictures that fuzzing of the code reader begins with: one small, slightly grainy picture of each symbology. The
/// same ones each time.
///
/// A picture is its pixels row by row; the first one stands for the width less one.
final class SeedPictures {
  private static final Map<Symbology, String> TEXTS =
      Map.ofEntries(
          Map.entry(Symbology.QR_CODE, "就近办"),
          Map.entry(Symbology.DATA_MATRIX, "6200"),
          Map.entry(Symbology.AZTEC, "17"),
          Map.entry(Symbology.PDF_417, "4711"),
          Map.entry(Symbology.CODE_128, "GS-1"),
          Map.entry(Symbology.CODE_39, "TW"),
          Map.entry(Symbology.CODE_93, "LZ93"),
          Map.entry(Symbology.EAN_13, "6901234567892"),
          Map.entry(Symbology.EAN_8, "69012341"),
          Map.entry(Symbology.UPC_A, "012345678905"),
          Map.entry(Symbology.UPC_E, "01234565"),
          Map.entry(Symbology.ITF, "123456"),
          Map.entry(Symbology.CODABAR, "31117"));

  private static final Set<Symbology> TWO_DIMENSIONAL =
      Set.of(Symbology.QR_CODE, Symbology.DATA_MATRIX, Symbology.AZTEC, Symbology.PDF_417);

  private static final int LINEAR_ROWS = 10;
  private static final int MARGIN = 6;
  private static final int GRAIN = 12;

  private SeedPictures() {}

  /// Writes all pictures to a folder, one file each.
  ///
  /// @param arguments the folder
  public static void main(String[] arguments) throws IOException {
    for (var picture : all().entrySet()) {
      Files.write(Path.of(arguments[0]).resolve(picture.getKey()), picture.getValue());
    }
  }

  /// All pictures by name.
  static Map<String, byte[]> all() {
    var random = new Random(17);
    var pictures = new TreeMap<String, byte[]>();
    new TreeMap<>(TEXTS)
        .forEach((symbology, text) ->
            pictures.put(
                symbology.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                grainy(matrix(symbology, text), !TWO_DIMENSIONAL.contains(symbology), random)));
    return pictures;
  }

  /// The picture that some bytes are, whatever they are; at least two.
  static GreyFrame frame(byte[] bytes) {
    int width = 1 + (bytes[0] & 0xFF) % bytes.length;
    int height = bytes.length / width;
    return new GreyFrame(width, height, java.util.Arrays.copyOf(bytes, width * height));
  }

  private static BitMatrix matrix(Symbology symbology, String text) {
    var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
    hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
    hints.put(EncodeHintType.MARGIN, 0);
    if (symbology == Symbology.PDF_417) { // a narrow one, without spare words
      hints.put(EncodeHintType.PDF417_DIMENSIONS, new Dimensions(1, 1, 3, 30));
      hints.put(EncodeHintType.ERROR_CORRECTION, 0);
    }
    try {
      return new MultiFormatWriter()
          .encode(text, BarcodeFormat.valueOf(symbology.name()), 0, LINEAR_ROWS, hints);
    } catch (WriterException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /// Twice as large as the matrix where that stays small.
  ///
  /// @param flat whether all rows are the same
  private static byte[] grainy(BitMatrix matrix, boolean flat, Random random) {
    int wide = matrix.getWidth() + 2 * MARGIN;
    int module = flat || wide <= 64 ? 2 : 1;
    int width = wide * module;
    int height = flat ? LINEAR_ROWS : (matrix.getHeight() + 2 * MARGIN) * module;
    var bytes = new byte[width * height];
    for (int i = 0; i < bytes.length; i++) {
      int x = i % width / module - MARGIN;
      int y = flat ? 0 : i / width / module - MARGIN;
      boolean dark =
          x >= 0 && y >= 0 && x < matrix.getWidth() && y < matrix.getHeight() && matrix.get(x, y);
      bytes[i] = (byte) ((dark ? 30 : 220) + random.nextInt(-GRAIN, GRAIN + 1));
    }
    bytes[0] = (byte) (width - 1);
    return bytes;
  }
}
