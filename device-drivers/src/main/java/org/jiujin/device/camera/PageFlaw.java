package org.jiujin.device.camera;

/// What can be wrong with the picture of a page, in the order in which it is best mended.
///
/// @since 0.2
public enum PageFlaw implements Flaw {
  /// No page is seen. Measured: how well the best outline is supported, 0 to 1.
  NO_PAGE,
  /// A corner lies outside the picture. Measured: how far, in shares of the picture's diagonal.
  CUT_OFF,
  /// Too few pixels to be read. Measured: the page's longer side in pixels.
  TOO_SMALL,
  /// The page is seen too much from the side. Measured: degrees.
  TILTED_TOO_MUCH,
  /// The page or the camera moves. Measured: the farthest corner's way from frame to frame, in shares of the diagonal.
  MOVING,
  /// Too little light. Measured: the brightness of the paper, 0 to 255.
  TOO_DARK,
  /// Too much light; the writing fades. Measured: the share of the page that is pure white.
  TOO_BRIGHT,
  /// A lamp is mirrored in the page. Measured: the share of the page that it hides; the verdict says where.
  GLARE,
  /// The writing is not sharp. Measured: sharpness of the writing, without unit, more is sharper.
  BLURRED
}
