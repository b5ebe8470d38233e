package org.jiujin.device.scanner;

/// The kinds of code that can be read.
///
/// Han Xin Code (GB/T 21049) is not among them: the engine has no decoder for it.
///
/// @since 0.1
public enum Symbology {
  /// ISO/IEC 18004, versions 1 to 40, also mirrored and light on dark.
  QR_CODE,
  /// ISO/IEC 16022, ECC 200.
  DATA_MATRIX,
  /// ISO/IEC 24778.
  AZTEC,
  /// ISO/IEC 15438.
  PDF_417,
  /// ISO/IEC 15417.
  CODE_128,
  /// ISO/IEC 16388.
  CODE_39,
  /// Code 93, AIM BC5.
  CODE_93,
  /// ISO/IEC 15420.
  EAN_13,
  /// ISO/IEC 15420.
  EAN_8,
  /// ISO/IEC 15420.
  UPC_A,
  /// ISO/IEC 15420.
  UPC_E,
  /// Interleaved 2 of 5, ISO/IEC 16390.
  ITF,
  /// Codabar, EN 798.
  CODABAR,
  /// The scanner does not say.
  UNTOLD
}
