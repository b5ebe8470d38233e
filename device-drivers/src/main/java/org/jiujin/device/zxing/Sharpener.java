package org.jiujin.device.zxing;

/// Lifts a picture's detail: what a pixel differs from the mean around it counts three times more. It makes the gap
/// within a blurred corner mark light enough again to be seen.
final class Sharpener {
  private static final int MORE = 3;

  private int[] columns = new int[0];

  /// @param reach of the mean in pixels on each side
  void sharpen(Plane from, int reach, Plane to) {
    int width = from.width();
    int height = from.height();
    to.size(width, height);
    if (columns.length < width) {
      columns = new int[width];
    }
    java.util.Arrays.fill(columns, 0);
    for (int y = -reach; y < reach; y++) {
      add(from, Math.clamp(y, 0, height - 1), 1);
    }
    for (int y = 0; y < height; y++) {
      add(from, Math.min(height - 1, y + reach), 1);
      row(from, y, reach, to);
      add(from, Math.max(0, y - reach), -1);
    }
  }

  private void add(Plane from, int y, int sign) {
    int width = from.width();
    var pixels = from.pixels();
    int line = y * width;
    for (int x = 0; x < width; x++) {
      columns[x] += sign * (pixels[line + x] & 0xFF);
    }
  }

  private void row(Plane from, int y, int reach, Plane to) {
    int width = from.width();
    int area = (2 * reach + 1) * (2 * reach + 1);
    int reciprocal = (MORE << 16) / area;
    int sum = 0;
    for (int x = -reach; x < reach; x++) {
      sum += columns[Math.clamp(x, 0, width - 1)];
    }
    int line = y * width;
    for (int x = 0; x < width; x++) {
      sum += columns[Math.min(width - 1, x + reach)];
      int grey = from.pixels()[line + x] & 0xFF;
      int lifted = (1 + MORE) * grey - ((sum * reciprocal) >> 16);
      to.pixels()[line + x] = (byte) Math.clamp(lifted, 0, 255);
      sum -= columns[Math.max(0, x - reach)];
    }
  }
}
