package org.jiujin.device.virtual.phone;

/// Stripes where the camera's grid meets the screen's, and bands where its shutter meets the screen's flicker.
///
/// @param depth how dark the stripes get, 0 for none
/// @param periodPixels of the stripes
/// @param angle of the stripes in radians
/// @param phase of the stripes in radians
/// @param bandDepth how dark the bands get, 0 for none
/// @param bandPixels the period of the bands
record Moire(
    double depth,
    double periodPixels,
    double angle,
    double phase,
    double bandDepth,
    double bandPixels) {
  static final Moire NONE = new Moire(0, 10, 0, 0, 0, 100);

  Moire times(double factor) {
    return new Moire(depth * factor, periodPixels, angle, phase, bandDepth * factor, bandPixels);
  }
}
