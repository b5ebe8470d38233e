package org.jiujin.device.zxing;

import com.google.zxing.LuminanceSource;
import org.jiujin.device.scanner.GreyFrame;

/// Shows grey pixels to ZXing, without copying them where it can be avoided.
final class GreySource extends LuminanceSource {
  private final byte[] pixels;

  GreySource(int width, int height, byte[] pixels) {
    super(width, height);
    this.pixels = pixels;
  }

  static GreySource of(GreyFrame frame) {
    return new GreySource(frame.width(), frame.height(), frame.pixels());
  }

  @Override
  public byte[] getRow(int y, byte[] row) {
    var copy = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
    System.arraycopy(pixels, y * getWidth(), copy, 0, getWidth());
    return copy;
  }

  @Override
  public byte[] getMatrix() {
    return pixels;
  }

  @Override
  public boolean isRotateSupported() {
    return true;
  }

  @Override
  public LuminanceSource rotateCounterClockwise() {
    int width = getWidth();
    int height = getHeight();
    var turned = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[(width - 1 - x) * height + y] = pixels[y * width + x];
      }
    }
    return new GreySource(height, width, turned);
  }
}
