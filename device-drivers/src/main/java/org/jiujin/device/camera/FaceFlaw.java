package org.jiujin.device.camera;

/// What can be wrong with the picture of a face, in the order in which it is best mended.
///
/// @since 0.2
public enum FaceFlaw implements Flaw {
  /// No face is seen. Measured: 0.
  NO_FACE,
  /// More than one face is seen. Measured: how many.
  SEVERAL_FACES,
  /// Measured: the face's width in shares of the picture's height.
  TOO_FAR,
  /// Measured: the face's width in shares of the picture's height.
  TOO_CLOSE,
  /// Measured: how far the face's middle is from the picture's, in shares of the picture's width.
  NOT_CENTRED,
  /// The face is turned or tilted. Measured: likeness of its halves, -1 to 1, or the slope of the eyes in degrees.
  NOT_FRONTAL,
  /// Measured: brightness of the face, 0 to 255.
  TOO_DARK,
  /// The light comes from behind. Measured: how much brighter the background is than the face, 0 to 255.
  BACKLIT,
  /// Measured: sharpness of the eyes' region, without unit, more is sharper.
  BLURRED,
  /// Fewer than two open eyes are seen: closed, covered, or dark glasses. Measured: how many.
  EYES_CLOSED
}
