package org.jiujin.device.virtual;

/// What sort of receipt printer is virtual.
///
/// @param widthMillimetres of its paper, 58 or 80
/// @param millimetresPerSecond how fast it prints; 0 means in no time
/// @param answersAtOnce whether it knows `DLE EOT`
/// @param reportsChanges whether it knows `GS a`
/// @param repliesInOrder whether it knows `GS r`
/// @param exitSensor whether it sees a strip that was not taken and tells so in its full status
public record PrinterModel(
    int widthMillimetres,
    int millimetresPerSecond,
    boolean answersAtOnce,
    boolean reportsChanges,
    boolean repliesInOrder,
    boolean exitSensor) {
  /// As fast as common printers.
  public static final int REAL_SPEED = 150;

  private static final int NARROW_MILLIMETRES = 58;

  /// A common printer of 80 mm that answers everything.
  public static final PrinterModel COMMON =
      new PrinterModel(80, REAL_SPEED, true, true, true, false);

  public PrinterModel {
    if (widthMillimetres != NARROW_MILLIMETRES && widthMillimetres != 80) {
      throw new IllegalArgumentException("paper is 58 or 80 mm wide, not " + widthMillimetres);
    }
  }

  /// The same on other paper.
  public PrinterModel wide(int millimetres) {
    return new PrinterModel(
        millimetres,
        millimetresPerSecond,
        answersAtOnce,
        reportsChanges,
        repliesInOrder,
        exitSensor);
  }

  /// The same at another speed.
  public PrinterModel printing(int speed) {
    return new PrinterModel(
        widthMillimetres, speed, answersAtOnce, reportsChanges, repliesInOrder, exitSensor);
  }

  /// The same, but what it answers is said.
  public PrinterModel answering(boolean atOnce, boolean changes, boolean inOrder) {
    return new PrinterModel(
        widthMillimetres, millimetresPerSecond, atOnce, changes, inOrder, exitSensor);
  }

  /// The same with a sensor at the exit.
  public PrinterModel seeingTheExit() {
    return new PrinterModel(
        widthMillimetres,
        millimetresPerSecond,
        answersAtOnce,
        reportsChanges,
        repliesInOrder,
        true);
  }

  /// How many dots it prints side by side.
  int printedDots() {
    return widthMillimetres == NARROW_MILLIMETRES ? 384 : 576;
  }

  /// How many dots of its size the paper is wide.
  int paperDots() {
    return widthMillimetres * 8;
  }
}
