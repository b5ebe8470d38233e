package org.jiujin.device.opencv;

/// From where on the picture of a face is not good enough. Where the figures come from stands in docs/devices/cameras.md.
///
/// @param far, close least and most width of the face, in shares of the picture's height
/// @param centred most distance of the face's middle from the picture's, in shares of the picture's width
/// @param likeness least likeness of the face's halves
/// @param slopeDegrees most slope of the line through the eyes
/// @param dark least brightness
/// @param backlit most that the background may be brighter than the face
/// @param sharpness least sharpness of the upper half
record FaceLimits(
    double far,
    double close,
    double centred,
    double likeness,
    double slopeDegrees,
    double dark,
    double backlit,
    double sharpness) {
  static final FaceLimits USUAL = new FaceLimits(0.22, 0.72, 0.18, 0.6, 12, 60, 70, 0.004);
}
