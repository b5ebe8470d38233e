package org.jiujin.device.zxing;

import java.util.Arrays;

/// Tells which pixels of a plane are dark.
///
/// There is no black-and-white picture: a pixel is compared with the threshold of its cell when it is asked for.
final class Darkness {
  private Plane plane = new Plane();
  private int columns;
  private int rows;
  private short[] thresholds = new short[0];
  private short[] lowest = new short[0];
  private short[] highest = new short[0];
  private int[] sums = new int[0];
  private int[] columnSums = new int[0];

  /// Sets the thresholds for a plane.
  void judge(Plane newPlane, Cells cells, Binarizer binarizer) {
    plane = newPlane;
    columns = cells.columns();
    rows = cells.rows();
    size(columns * rows);
    for (int row = 0; row < rows; row++) {
      gatherRow(cells, row, binarizer.reach());
    }
    Arrays.fill(columnSums, 0, columns, 0);
    for (int row = 0; row < Math.min(rows, binarizer.reach()); row++) {
      addRow(row, 1);
    }
    for (int row = 0; row < rows; row++) {
      judgeRow(row, binarizer);
    }
  }

  Plane plane() {
    return plane;
  }

  boolean dark(int x, int y) {
    return plane.at(x, y) < threshold(x, y);
  }

  int threshold(int x, int y) {
    return thresholds[(y >> Cells.SHIFT) * columns + (x >> Cells.SHIFT)];
  }

  /// The thresholds of all cells, row by row, [#columns] in a row; 0 where all is light.
  short[] thresholds() {
    return thresholds;
  }

  int columns() {
    return columns;
  }

  /// Lowest, highest and sum over the neighbours in the same row.
  private void gatherRow(Cells cells, int row, int reach) {
    int line = row * columns;
    for (int column = 0; column < columns; column++) {
      int low = 255;
      int high = 0;
      int sum = 0;
      int last = line + Math.min(columns - 1, column + reach);
      for (int cell = line + Math.max(0, column - reach); cell <= last; cell++) {
        low = Math.min(low, cells.darkest(cell));
        high = Math.max(high, cells.lightest(cell));
        sum += cells.mean(cell);
      }
      lowest[line + column] = (short) low;
      highest[line + column] = (short) high;
      sums[line + column] = sum;
    }
  }

  private void judgeRow(int row, Binarizer binarizer) {
    int reach = binarizer.reach();
    if (row + reach < rows) {
      addRow(row + reach, 1);
    }
    if (row - reach - 1 >= 0) {
      addRow(row - reach - 1, -1);
    }
    int top = Math.max(0, row - reach);
    int bottom = Math.min(rows - 1, row + reach);
    for (int column = 0; column < columns; column++) {
      int low = 255;
      int high = 0;
      for (int cell = top * columns + column; cell <= bottom * columns + column; cell += columns) {
        low = Math.min(low, lowest[cell]);
        high = Math.max(high, highest[cell]);
      }
      int wide = Math.min(columns - 1, column + reach) - Math.max(0, column - reach) + 1;
      int mean = columnSums[column] / (wide * (bottom - top + 1));
      int threshold = high - low < binarizer.flat() ? 0 : binarizer.threshold(low, high, mean);
      thresholds[row * columns + column] = (short) threshold;
    }
  }

  private void addRow(int row, int sign) {
    for (int column = 0; column < columns; column++) {
      columnSums[column] += sign * sums[row * columns + column];
    }
  }

  private void size(int count) {
    if (thresholds.length < count) {
      thresholds = new short[count];
      lowest = new short[count];
      highest = new short[count];
      sums = new int[count];
    }
    if (columnSums.length < columns) {
      columnSums = new int[columns];
    }
  }
}
