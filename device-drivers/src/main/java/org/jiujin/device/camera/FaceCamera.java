package org.jiujin.device.camera;

/// Takes pictures of the person at the screen. Judges quality only: who it is, the platform decides.
///
/// @since 0.2
public interface FaceCamera extends Camera<FacePicture> {}
