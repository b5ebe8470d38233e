package org.jiujin.device.camera;

/// A face that can be used. Personal.
///
/// @param picture head and shoulders
/// @param face where in the picture the face is
/// @since 0.2
public record FacePicture(Frame picture, Area face) {
  /// Overwrites the picture with zeros.
  public void wipe() {
    picture.wipe();
  }
}
