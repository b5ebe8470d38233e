package org.jiujin.device.zxing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A grey picture whose buffer is used again for the next frame.
final class Plane {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LANES = 0x00FF_00FF_00FF_00FFL;
  private static final long ROUND = 0x0002_0002_0002_0002L;

  private int width;
  private int height;
  private byte[] pixels = new byte[0];

  /// Shows a frame, without copying it.
  void show(int newWidth, int newHeight, byte[] newPixels) {
    width = newWidth;
    height = newHeight;
    pixels = newPixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] pixels() {
    return pixels;
  }

  int at(int x, int y) {
    return pixels[y * width + x] & 0xFF;
  }

  /// The grey between the pixels, where a pixel's centre lies at one half; negative outside.
  float between(float x, float y) {
    float px = x - 0.5f;
    float py = y - 0.5f;
    if (!(px >= 0 && py >= 0 && px < width - 1 && py < height - 1)) {
      return atRim(px, py);
    }
    int column = (int) px;
    int row = (int) py;
    float fx = px - column;
    float fy = py - row;
    int i = row * width + column;
    int topLeft = pixels[i] & 0xFF;
    int bottomLeft = pixels[i + width] & 0xFF;
    float top = topLeft + fx * ((pixels[i + 1] & 0xFF) - topLeft);
    float bottom = bottomLeft + fx * ((pixels[i + width + 1] & 0xFF) - bottomLeft);
    return top + fy * (bottom - top);
  }

  /// Within a pixel of the rim the nearest pixel counts, so that symbols without a margin can be read.
  private float atRim(float px, float py) {
    if (!(px >= -1 && py >= -1 && px <= width && py <= height)) {
      return -1;
    }
    return at(Math.clamp(Math.round(px), 0, width - 1), Math.clamp(Math.round(py), 0, height - 1));
  }

  /// Becomes another picture at half its size: the mean of two by two.
  void halve(Plane from) {
    size(Math.max(1, from.width / 2), Math.max(1, from.height / 2));
    if (from.width < 2 || from.height < 2) {
      pixels[0] = from.pixels[0];
      return;
    }
    for (int y = 0; y < height; y++) {
      int above = 2 * y * from.width;
      int below = above + from.width;
      int to = y * width;
      int x = 0;
      for (; x + 4 <= width; x += 4) {
        FOUR.set(pixels, to + x, halve(from.pixels, above + 2 * x, below + 2 * x));
      }
      for (; x < width; x++) {
        int sum =
            (from.pixels[above + 2 * x] & 0xFF)
                + (from.pixels[above + 2 * x + 1] & 0xFF)
                + (from.pixels[below + 2 * x] & 0xFF)
                + (from.pixels[below + 2 * x + 1] & 0xFF);
        pixels[to + x] = (byte) ((sum + 2) >> 2);
      }
    }
  }

  /// Four means at once, each in a lane of 16 bits, then pushed together.
  private static int halve(byte[] from, int above, int below) {
    long a = (long) EIGHT.get(from, above);
    long b = (long) EIGHT.get(from, below);
    long sum = (a & LANES) + (a >>> 8 & LANES) + (b & LANES) + (b >>> 8 & LANES);
    long mean = (sum + ROUND) >>> 2 & LANES;
    mean = (mean | mean >>> 8) & 0x0000_FFFF_0000_FFFFL;
    return (int) (mean | mean >>> 16);
  }

  /// Becomes another picture, softened with weights 1, 2, 1 in both directions; its rim stays as it is.
  void soften(Plane from) {
    size(from.width, from.height);
    System.arraycopy(from.pixels, 0, pixels, 0, width * height);
    for (int y = 1; y < height - 1; y++) {
      softenRow(from.pixels, y * width);
    }
  }

  private void softenRow(byte[] from, int row) {
    int left = column(from, row);
    int middle = width > 1 ? column(from, row + 1) : left;
    for (int x = 1; x < width - 1; x++) {
      int right = column(from, row + x + 1);
      pixels[row + x] = (byte) ((left + 2 * middle + right + 8) >> 4);
      left = middle;
      middle = right;
    }
  }

  private int column(byte[] from, int i) {
    return (from[i - width] & 0xFF) + 2 * (from[i] & 0xFF) + (from[i + width] & 0xFF);
  }

  /// Becomes a picture of another size, with any content.
  void size(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    if (pixels.length < width * height) {
      pixels = new byte[width * height];
    }
  }
}
