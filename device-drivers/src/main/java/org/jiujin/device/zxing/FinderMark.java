package org.jiujin.device.zxing;

/// A place that looks like one of a QR code's three corner marks, in pixels of the whole frame.
final class FinderMark {
  private final boolean inverted;
  private float x;
  private float y;
  private float module;
  private int count;

  FinderMark(float x, float y, float module, boolean inverted) {
    this.x = x;
    this.y = y;
    this.module = module;
    this.inverted = inverted;
    this.count = 1;
  }

  FinderMark scaled(float factor) {
    return new FinderMark(x * factor, y * factor, module * factor, inverted);
  }

  float x() {
    return x;
  }

  float y() {
    return y;
  }

  /// The width of a module, as the rows and columns through the mark show it.
  float module() {
    return module;
  }

  /// How often it was seen.
  int count() {
    return count;
  }

  /// True for light on dark.
  boolean inverted() {
    return inverted;
  }

  boolean isAbout(float otherX, float otherY, float otherModule, boolean otherInverted) {
    float near = Math.max(3, 2 * Math.min(module, otherModule));
    return inverted == otherInverted
        && Math.abs(x - otherX) < near
        && Math.abs(y - otherY) < near
        && Math.max(module, otherModule) < 2 * Math.min(module, otherModule);
  }

  void seenAgain(float otherX, float otherY, float otherModule) {
    count++;
    float share = 1f / Math.min(count, 16);
    x += share * (otherX - x);
    y += share * (otherY - y);
    module += share * (otherModule - module);
  }
}
