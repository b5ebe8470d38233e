package org.jiujin.device.printer;

/// The two widths of receipt paper. Printers have 8 dots to the millimetre and leave a margin on either side.
///
/// @since 0.2
public enum PaperWidth {
  /// 58 mm: 32 columns.
  MM_58(58, 384),
  /// 80 mm: 48 columns.
  MM_80(80, 576);

  private static final int COLUMN_DOTS = 12;

  private final int millimetres;
  private final int dots;

  PaperWidth(int millimetres, int dots) {
    this.millimetres = millimetres;
    this.dots = dots;
  }

  /// The width of the paper.
  public int millimetres() {
    return millimetres;
  }

  /// How much of the width can be printed on, in dots.
  public int dots() {
    return dots;
  }

  /// How many Latin characters of normal size stand in a line; a Chinese one takes two columns.
  public int columns() {
    return dots / COLUMN_DOTS;
  }
}
