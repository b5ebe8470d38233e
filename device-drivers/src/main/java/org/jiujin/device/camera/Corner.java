package org.jiujin.device.camera;

/// A point in a picture, in pixels from the top left corner; the middle of the first pixel is 0, 0.
///
/// @since 0.2
public record Corner(double x, double y) {
  /// How far the other point is away, in pixels.
  public double distance(Corner other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
