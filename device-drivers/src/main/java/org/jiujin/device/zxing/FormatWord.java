package org.jiujin.device.zxing;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/// A symbol's format information: error correction level and mask (ISO/IEC 18004, 7.9).
///
/// @param word the five data bits
/// @param mirrored read with rows and columns exchanged
/// @param likeness how well the modules agree with it, 1 for all
record FormatWord(int word, boolean mirrored, float likeness) {
  private static final int GENERATOR = 0x537;
  private static final int MASK = 0x5412;
  private static final int BITS = 15;
  private static final int[] CODED = new int[32];

  static {
    for (int word = 0; word < CODED.length; word++) {
      CODED[word] = encode(word);
    }
  }

  /// The format that the modules agree with best, over both copies and both ways to look at it.
  ///
  /// @param sure of all modules, row by row
  static FormatWord of(float[] sure, int dimension) {
    var best = new FormatWord(0, false, -1);
    for (int word = 0; word < CODED.length; word++) {
      for (int mirror = 0; mirror < 2; mirror++) {
        float likeness = likeness(sure, dimension, CODED[word], mirror == 1);
        if (likeness > best.likeness) {
          best = new FormatWord(word, mirror == 1, likeness);
        }
      }
    }
    return best;
  }

  ErrorCorrectionLevel level() {
    return ErrorCorrectionLevel.forBits(word >> 3);
  }

  int mask() {
    return word & 7;
  }

  /// The fifteen bits as they stand in the symbol.
  int coded() {
    return CODED[word];
  }

  /// The column of a bit, the highest first, in the copy around the top left mark; its row is the column of the bit
  /// counted from the other end.
  static int column(int bit) {
    return bit < 6 ? bit : bit == 6 ? 7 : 8;
  }

  static int row(int bit) {
    return column(BITS - 1 - bit);
  }

  /// The column of a bit in the copy that is shared out between the other two marks.
  static int farColumn(int bit, int dimension) {
    return bit < 7 ? 8 : dimension - 15 + bit;
  }

  static int farRow(int bit, int dimension) {
    return bit < 7 ? dimension - 1 - bit : 8;
  }

  private static float likeness(float[] sure, int dimension, int coded, boolean mirrored) {
    float sum = 0;
    for (int bit = 0; bit < BITS; bit++) {
      float sign = (coded >> (BITS - 1 - bit) & 1) == 1 ? -1 : 1;
      sum += sign * at(sure, dimension, column(bit), row(bit), mirrored);
      sum +=
          sign * at(sure, dimension, farColumn(bit, dimension), farRow(bit, dimension), mirrored);
    }
    return sum / (2 * BITS);
  }

  private static float at(float[] sure, int dimension, int column, int row, boolean mirrored) {
    float one = mirrored ? sure[column * dimension + row] : sure[row * dimension + column];
    return Math.clamp(one, -1f, 1f);
  }

  private static int encode(int word) {
    int remainder = word << 10;
    for (int bit = 14; bit >= 10; bit--) {
      if ((remainder >> bit & 1) == 1) {
        remainder ^= GENERATOR << (bit - 10);
      }
    }
    return (word << 10 | remainder) ^ MASK;
  }
}
