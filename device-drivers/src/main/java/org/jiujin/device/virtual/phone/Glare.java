package org.jiujin.device.virtual.phone;

/// One spot of light on the glass, in widths of the symbol and from its centre.
///
/// @param x to the right
/// @param y downwards
/// @param radius along its angle
/// @param width across its angle
/// @param angle in radians
/// @param brightness at its middle; 1 is the light of white
record Glare(double x, double y, double radius, double width, double angle, double brightness) {
  static Glare draw(Draw draw, double brightness) {
    double x = draw.within(0.55);
    double y = draw.within(0.55);
    double angle = draw.anyAngle();
    return draw.below(3) == 0
        ? new Glare(x, y, 0.9, draw.between(0.05, 0.11), angle, brightness)
        : new Glare(x, y, draw.between(0.12, 0.34), draw.between(0.10, 0.30), angle, brightness);
  }

  Glare times(double factor) {
    return new Glare(x, y, radius, width, angle, brightness * factor);
  }
}
