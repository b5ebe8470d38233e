package org.jiujin.device.zxing;

import org.jiujin.device.scanner.GreyFrame;

/// The same picture in other sizes.
final class Sizes {
  private static final int MARGIN = 24;

  private Sizes() {}

  static GreyFrame half(GreyFrame frame) {
    var whole = new Plane();
    whole.show(frame.width(), frame.height(), frame.pixels());
    var half = new Plane();
    half.halve(whole);
    return new GreyFrame(half.width(), half.height(), half.pixels());
  }

  /// Three times as wide and high, with a white margin: a symbol cut out without one is one again.
  static GreyFrame threefold(GreyFrame frame) {
    var plane = new Plane();
    plane.show(frame.width(), frame.height(), frame.pixels());
    int width = 3 * frame.width() + 2 * MARGIN;
    int height = 3 * frame.height() + 2 * MARGIN;
    var pixels = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float grey = plane.between((x - MARGIN + 0.5f) / 3, (y - MARGIN + 0.5f) / 3);
        boolean outside = x < MARGIN || y < MARGIN || x >= width - MARGIN || y >= height - MARGIN;
        pixels[y * width + x] = (byte) (outside || grey < 0 ? 255 : Math.round(grey));
      }
    }
    return new GreyFrame(width, height, pixels);
  }
}
