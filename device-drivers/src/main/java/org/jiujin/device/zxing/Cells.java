package org.jiujin.device.zxing;

/// The darkest, the lightest and the mean grey of each 8 by 8 pixels of a plane.
///
/// They are measured on the plane at half its size: that takes a quarter of the time, and noise stirs them less.
final class Cells {
  static final int SHIFT = 3;

  private static final int SIDE = 1 << (SHIFT - 1);

  private int columns;
  private int rows;
  private short[] darkest = new short[0];
  private short[] lightest = new short[0];
  private short[] mean = new short[0];

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  int darkest(int cell) {
    return darkest[cell];
  }

  int lightest(int cell) {
    return lightest[cell];
  }

  int mean(int cell) {
    return mean[cell];
  }

  /// @param plane whose cells they are
  /// @param half the same at half its size
  void measure(Plane plane, Plane half) {
    columns = (plane.width() + 2 * SIDE - 1) >> SHIFT;
    rows = (plane.height() + 2 * SIDE - 1) >> SHIFT;
    if (mean.length < columns * rows) {
      darkest = new short[columns * rows];
      lightest = new short[columns * rows];
      mean = new short[columns * rows];
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        measureCell(half, column, row);
      }
    }
  }

  /// The last cell of a row or column reaches back, so that all cells are whole where the plane is large enough.
  private void measureCell(Plane plane, int column, int row) {
    int width = plane.width();
    int left = Math.max(0, Math.min(column * SIDE, width - SIDE));
    int top = Math.max(0, Math.min(row * SIDE, plane.height() - SIDE));
    int right = Math.min(width, left + SIDE);
    int bottom = Math.min(plane.height(), top + SIDE);
    var pixels = plane.pixels();
    int low = 255;
    int high = 0;
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      int line = y * width;
      for (int i = line + left; i < line + right; i++) {
        int grey = pixels[i] & 0xFF;
        sum += grey;
        low = Math.min(low, grey);
        high = Math.max(high, grey);
      }
    }
    int cell = row * columns + column;
    darkest[cell] = (short) low;
    lightest[cell] = (short) high;
    mean[cell] = (short) (sum / ((right - left) * (bottom - top)));
  }
}
