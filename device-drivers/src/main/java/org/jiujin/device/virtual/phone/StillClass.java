package org.jiujin.device.virtual.phone;

/// What is difficult about a still picture (performance reference, 4.3). The first ten are the comparable ones.
public enum StillClass {
  NOMINAL(0),
  SMALL(1),
  ROTATED(2),
  TILT(3),
  DEFOCUS(4),
  MOTION(5),
  GLARE(6),
  MOIRE(7),
  EXPOSURE(8),
  MIXED(9),
  /// A finger or a stamp hides a part of the code.
  COVERED(10),
  /// Little light, haze, and one side of the frame darker: what is left in grey of dim light with a coloured cast.
  DIM(11),
  /// Scratched, or bent around a cylinder.
  WORN(12),
  /// A second, smaller code in view; either may be read.
  TWO_CODES(13),
  /// Dark mode, and far away.
  SMALL_INVERTED(14);

  /// How many of them, from the first, make up the comparable set.
  public static final int COMPARABLE = 10;

  private final int number;

  StillClass(int number) {
    this.number = number;
  }

  /// A class keeps its number, and with it its pictures.
  int number() {
    return number;
  }
}
