package org.jiujin.device.zxing;

/// Means over squares of modules, by sums of everything above and to the left.
final class Neighbourhood {
  private int side;
  private double[] sums = new double[0];

  void sum(float[] values, int newSide) {
    side = newSide;
    int wide = side + 1;
    if (sums.length < wide * wide) {
      sums = new double[wide * wide];
    }
    java.util.Arrays.fill(sums, 0, wide, 0);
    for (int row = 0; row < side; row++) {
      double line = 0;
      sums[(row + 1) * wide] = 0;
      for (int column = 0; column < side; column++) {
        line += values[row * side + column];
        sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + line;
      }
    }
  }

  /// The mean of a square around a module, as far as it lies within the grid.
  float mean(int column, int row, int reach) {
    return total(column, row, reach) / size(column, row, reach);
  }

  float total(int column, int row, int reach) {
    int wide = side + 1;
    int left = Math.max(0, column - reach);
    int top = Math.max(0, row - reach);
    int right = Math.min(side, column + reach + 1);
    int bottom = Math.min(side, row + reach + 1);
    return (float)
        (sums[bottom * wide + right]
            - sums[top * wide + right]
            - sums[bottom * wide + left]
            + sums[top * wide + left]);
  }

  /// How many modules of the square lie within the grid.
  int size(int column, int row, int reach) {
    int wide = Math.min(side, column + reach + 1) - Math.max(0, column - reach);
    int high = Math.min(side, row + reach + 1) - Math.max(0, row - reach);
    return wide * high;
  }
}
