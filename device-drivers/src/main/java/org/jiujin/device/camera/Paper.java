package org.jiujin.device.camera;

/// What a page is, by the ratio of its sides alone.
///
/// @since 0.2
public enum Paper {
  /// A4, or a smaller sheet of the same ratio (ISO 216); taken for A4, 210 by 297 mm.
  A4(210, 297),
  /// A card of 85.60 by 53.98 mm (ISO/IEC 7810 ID-1), such as identity cards.
  ID_1(53.98, 85.60),
  /// Anything else; the size is not known.
  OTHER(0, 0);

  private final double shorterMillimetres;
  private final double longerMillimetres;

  Paper(double shorterMillimetres, double longerMillimetres) {
    this.shorterMillimetres = shorterMillimetres;
    this.longerMillimetres = longerMillimetres;
  }

  /// The shorter side; 0 when not known.
  public double shorterMillimetres() {
    return shorterMillimetres;
  }

  /// The longer side; 0 when not known.
  public double longerMillimetres() {
    return longerMillimetres;
  }
}
