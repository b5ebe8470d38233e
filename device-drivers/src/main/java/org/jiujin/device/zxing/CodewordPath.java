package org.jiujin.device.zxing;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The way the bits of the codewords take through a symbol: up and down in double columns from the lower right
/// (ISO/IEC 18004, 7.7.3).
final class CodewordPath {
  private static final AtomicReferenceArray<short[]> OF_VERSION = new AtomicReferenceArray<>(41);

  private CodewordPath() {}

  /// The modules of all bits in order, counted row by row. Not to be changed.
  static short[] of(int dimension) {
    int number = (dimension - 17) / 4;
    var path = OF_VERSION.get(number);
    if (path == null) {
      path = walk(FunctionModules.of(dimension));
      OF_VERSION.set(number, path);
    }
    return path;
  }

  /// True where a mask turns a module over.
  static boolean masked(int mask, int row, int column) {
    return switch (mask) {
      case 0 -> (row + column) % 2 == 0;
      case 1 -> row % 2 == 0;
      case 2 -> column % 3 == 0;
      case 3 -> (row + column) % 3 == 0;
      case 4 -> (row / 2 + column / 3) % 2 == 0;
      case 5 -> row * column % 6 == 0;
      case 6 -> row * column % 6 < 3;
      default -> (row + column + row * column % 3) % 2 == 0;
    };
  }

  private static short[] walk(FunctionModules modules) {
    int dimension = modules.dimension();
    var path = new short[dimension * dimension];
    int count = 0;
    boolean upwards = true;
    for (int right = dimension - 1; right > 0; right -= 2) {
      if (right == 6) { // the timing pattern's column is left out
        right--;
      }
      for (int i = 0; i < dimension; i++) {
        int row = upwards ? dimension - 1 - i : i;
        for (int column = right; column > right - 2; column--) {
          int module = row * dimension + column;
          if (modules.kind(module) == FunctionModules.DATA) {
            path[count++] = (short) module;
          }
        }
      }
      upwards = !upwards;
    }
    return Arrays.copyOf(path, count);
  }
}
