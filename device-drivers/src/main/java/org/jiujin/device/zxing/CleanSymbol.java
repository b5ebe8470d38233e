package org.jiujin.device.zxing;

import com.google.zxing.common.BitMatrix;

/// Draws the symbol that mended codewords make, so that ZXing reads it.
final class CleanSymbol {
  private static final int VERSION_GENERATOR = 0x1F25;

  private CleanSymbol() {}

  static BitMatrix draw(Codewords codewords, int dimension, FormatWord format) {
    var matrix = new BitMatrix(dimension);
    var path = CodewordPath.of(dimension);
    for (int i = 0; i < path.length; i++) {
      int row = path[i] / dimension;
      int column = path[i] % dimension;
      boolean bit = i / 8 < total(path) && (codewords.codeword(i / 8) >> (7 - i % 8) & 1) == 1;
      if (bit != CodewordPath.masked(format.mask(), row, column)) {
        matrix.set(column, row);
      }
    }
    for (int bit = 0; bit < 15; bit++) {
      if ((format.coded() >> (14 - bit) & 1) == 1) {
        matrix.set(FormatWord.column(bit), FormatWord.row(bit));
        matrix.set(FormatWord.farColumn(bit, dimension), FormatWord.farRow(bit, dimension));
      }
    }
    version(matrix, dimension);
    return matrix;
  }

  private static int total(short[] path) {
    return path.length / 8;
  }

  /// Version information, from version 7 (ISO/IEC 18004, 7.10).
  private static void version(BitMatrix matrix, int dimension) {
    int version = (dimension - 17) / 4;
    if (version < 7) {
      return;
    }
    int remainder = version << 12;
    for (int bit = 17; bit >= 12; bit--) {
      if ((remainder >> bit & 1) == 1) {
        remainder ^= VERSION_GENERATOR << (bit - 12);
      }
    }
    int word = version << 12 | remainder;
    for (int bit = 0; bit < 18; bit++) {
      if ((word >> bit & 1) == 1) {
        matrix.set(dimension - 11 + bit % 3, bit / 3);
        matrix.set(bit / 3, dimension - 11 + bit % 3);
      }
    }
  }
}
