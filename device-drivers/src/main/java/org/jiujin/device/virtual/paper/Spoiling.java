package org.jiujin.device.virtual.paper;

/// What is wrong with a scene.
public enum Spoiling {
  /// Nothing: the page can be read.
  NONE,
  /// There is only the desk.
  NO_PAGE,
  /// One corner or one side is outside the picture.
  CUT_OFF,
  /// Too far away.
  TOO_SMALL,
  /// Seen from the side.
  TILTED,
  /// The lamp is nearly off.
  TOO_DARK,
  /// The lamp blinds.
  TOO_BRIGHT,
  /// The lamp is mirrored in the page.
  GLARE,
  /// Out of focus.
  BLURRED,
  /// Moved while the shutter was open.
  SMEARED
}
