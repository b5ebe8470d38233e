package org.jiujin.device.camera;

/// A part of a picture, each value a fraction from 0 to 1 of the picture's width or height.
///
/// @since 0.2
public record Area(double x, double y, double width, double height) {
  /// All of it.
  public static final Area WHOLE = new Area(0, 0, 1, 1);
}
