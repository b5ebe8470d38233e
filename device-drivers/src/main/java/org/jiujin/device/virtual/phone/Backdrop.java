package org.jiujin.device.virtual.phone;

/// What is behind the phone: a gradient with shapes and rows of bars where there would be words.
final class Backdrop {
  private static final int SHAPES = 14;

  private Backdrop() {}

  static Canvas draw(int width, int height, Draw draw) {
    var backdrop = new Canvas(width, height);
    double base = draw.between(0.15, 0.6);
    double swing = 30 / 255.0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double across = ((double) x / width + (double) y / height) - 1;
        backdrop.light[y * width + x] = (float) (base + swing * across);
      }
    }
    for (int i = 0; i < SHAPES; i++) {
      shape(backdrop, draw, Math.clamp(base + draw.within(70 / 255.0), 0, 1));
    }
    return backdrop;
  }

  private static void shape(Canvas backdrop, Draw draw, double grey) {
    double x = draw.between(-60, backdrop.width);
    double y = draw.between(-60, backdrop.height);
    switch (draw.below(3)) {
      case 0 -> backdrop.ellipse(x, y, draw.between(40, 300), draw.between(40, 300), grey);
      case 1 -> backdrop.rectangle(x, y, draw.between(40, 300), draw.between(40, 300), grey);
      default -> word(backdrop, draw, x, y, grey);
    }
  }

  /// Upright strokes and cross strokes of a word's weight.
  private static void word(Canvas backdrop, Draw draw, double left, double top, double grey) {
    double high = draw.between(20, 70);
    double stroke = high / 6;
    double x = left;
    for (int letters = 4 + draw.below(6); letters > 0; letters--) {
      double wide = high * draw.between(0.35, 0.6);
      backdrop.rectangle(x, top, stroke, high, grey);
      if (draw.chance(0.6)) {
        backdrop.rectangle(x + wide - stroke, top, stroke, high, grey);
      }
      backdrop.rectangle(x, top + draw.below(3) * (high - stroke) / 2, wide, stroke, grey);
      x += wide + stroke;
    }
  }
}
