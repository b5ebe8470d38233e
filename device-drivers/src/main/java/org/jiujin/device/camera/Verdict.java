package org.jiujin.device.camera;

/// One thing that is wrong with a picture, with the figure that says so.
///
/// @param measured what was measured; the flaw says in which unit
/// @param limit what would just have been good enough
/// @param where in the picture, or in the rectified page for glare
/// @since 0.2
public record Verdict(Flaw flaw, double measured, double limit, Area where) {
  /// A verdict on the whole picture.
  public Verdict(Flaw flaw, double measured, double limit) {
    this(flaw, measured, limit, Area.WHOLE);
  }
}
