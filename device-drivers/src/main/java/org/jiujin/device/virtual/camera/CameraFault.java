package org.jiujin.device.virtual.camera;

/// What can be wrong with a virtual camera.
public enum CameraFault {
  NONE,
  /// The same picture for ever.
  FROZEN,
  /// Two pictures a second instead of twenty-five.
  SLOW,
  /// Plugged in, and gives nothing.
  SILENT,
  /// Every picture is damaged.
  GARBLED
}
