package org.jiujin.device.opencv;

/// From where on the picture of a page is not good enough. Where the figures come from stands in docs/devices/cameras.md.
///
/// @param support least support of an outline by edges
/// @param longerPixels least pixels along the page's longer side
/// @param tiltDegrees most tilt
/// @param move most movement between frames, in shares of the picture's diagonal
/// @param dark least brightness of the paper
/// @param white most of the page that is pure white
/// @param glare most of the page that is hidden by a mirrored lamp
/// @param sharpness least sharpness of the writing
record PageLimits(
    double support,
    double longerPixels,
    double tiltDegrees,
    double move,
    double dark,
    double white,
    double glare,
    double sharpness) {
  static final PageLimits USUAL = new PageLimits(0.6, 600, 40, 0.006, 90, 0.35, 0.008, 0.06);
}
