package org.jiujin.device.virtual.face;

/// What is wrong with a scene before the face camera.
public enum FaceSpoiling {
  /// Nothing.
  NONE,
  /// Only the wall.
  NO_FACE,
  /// Two people.
  TWO_FACES,
  /// Stands too far away.
  TOO_FAR,
  /// Stands at the edge of the picture.
  OFF_CENTRE,
  /// Looks to one side.
  TURNED,
  /// Both eyes shut.
  EYES_CLOSED,
  /// Out of focus.
  BLURRED,
  /// The lamp is nearly off.
  TOO_DARK,
  /// A bright window behind.
  BACKLIT
}
