package org.jiujin.kiosk.material;

/// How far a material is trusted (国办函〔2016〕108号).
public enum TrustLevel {
  /// Issued by government; used directly.
  A,
  /// Checked by a window; reusable as checked.
  B,
  /// Uploaded by the user; the original must be checked.
  C,
  /// Made by the user, who promises that it is true.
  D
}
