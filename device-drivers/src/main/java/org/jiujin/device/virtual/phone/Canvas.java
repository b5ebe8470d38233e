package org.jiujin.device.virtual.phone;

import java.util.Arrays;

/// A picture in light: 0 is black, 1 is white, more is brighter than white.
final class Canvas {
  final int width;
  final int height;
  final float[] light;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.light = new float[width * height];
  }

  void fill(double value) {
    Arrays.fill(light, (float) value);
  }

  void rectangle(double left, double top, double wide, double high, double value) {
    paint(left, top, wide, high, value, (_, _) -> true);
  }

  void ellipse(double left, double top, double wide, double high, double value) {
    paint(left, top, wide, high, value, (x, y) -> x * x + y * y <= 1);
  }

  /// A rectangle whose corners are quarter circles.
  void rounded(double left, double top, double wide, double high, double radius, double value) {
    paint(
        left,
        top,
        wide,
        high,
        value,
        (x, y) -> {
          double dx = Math.max(0, Math.abs(x) * wide / 2 - (wide / 2 - radius));
          double dy = Math.max(0, Math.abs(y) * high / 2 - (high / 2 - radius));
          return dx * dx + dy * dy <= radius * radius;
        });
  }

  /// Where the light of a point between the pixels is asked for: a pixel's centre lies at one half. Outside is the edge.
  float at(double x, double y) {
    double px = Math.clamp(x - 0.5, 0, width - 1.001);
    double py = Math.clamp(y - 0.5, 0, height - 1.001);
    int column = (int) px;
    int row = (int) py;
    float fx = (float) (px - column);
    float fy = (float) (py - row);
    int i = row * width + column;
    float above = light[i] + fx * (light[i + 1] - light[i]);
    float below = light[i + width] + fx * (light[i + width + 1] - light[i + width]);
    return above + fy * (below - above);
  }

  /// Says whether a point belongs to a shape; the shape's box reaches from -1 to 1.
  private interface Shape {
    boolean holds(double x, double y);
  }

  private void paint(double left, double top, double wide, double high, double value, Shape shape) {
    int right = (int) Math.min(width, StrictMath.ceil(left + wide - 0.5));
    int bottom = (int) Math.min(height, StrictMath.ceil(top + high - 0.5));
    for (int y = (int) Math.max(0, StrictMath.ceil(top - 0.5)); y < bottom; y++) {
      for (int x = (int) Math.max(0, StrictMath.ceil(left - 0.5)); x < right; x++) {
        if (shape.holds(2 * (x + 0.5 - left) / wide - 1, 2 * (y + 0.5 - top) / high - 1)) {
          light[y * width + x] = (float) value;
        }
      }
    }
  }
}
