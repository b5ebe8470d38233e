package org.jiujin.device.escpos;

import java.awt.Font;
import java.util.List;
import org.jiujin.device.printer.PaperWidth;

/// How a model differs from others.
///
/// @param paper how wide its paper is
/// @param status how much of its state it tells
/// @param fourByteCharacters whether it prints four-byte GB18030 characters itself
/// @param repliesInOrder whether it answers `GS r`, which comes after all that was printed before; otherwise the end of
///     a print is taken from a real-time status that stays well for as long as the strip takes, which is weaker, and a
///     printer with automatic status only confirms nothing
/// @param exitSensor whether a sensor at the exit sees a strip that was not taken; asked by `DLE EOT 20`, so only together
///     with [Status#REALTIME]
/// @param fonts where to look, in this order, for characters that the printer lacks; a line with one of them is sent as a
///     picture. What no font has either becomes 〓
/// @param rollMetres the length of a new roll of paper
public record EscPosProfile(
    PaperWidth paper,
    Status status,
    boolean fourByteCharacters,
    boolean repliesInOrder,
    boolean exitSensor,
    List<Font> fonts,
    int rollMetres) {
  /// Of 80 mm paper, when the roll is 80 mm thick.
  public static final int USUAL_ROLL_METRES = 80;

  /// A common printer of 80 mm with a Chinese character set.
  public static final EscPosProfile COMMON =
      new EscPosProfile(
          PaperWidth.MM_80, Status.REALTIME, false, true, false, List.of(), USUAL_ROLL_METRES);

  /// A printer with the whole of GB18030-2022, level 2.
  public static final EscPosProfile GB18030 =
      new EscPosProfile(
          PaperWidth.MM_80, Status.REALTIME, true, true, false, List.of(), USUAL_ROLL_METRES);

  public EscPosProfile {
    fonts = List.copyOf(fonts);
    if (exitSensor && status != Status.REALTIME) {
      throw new IllegalArgumentException("a sensor at the exit is asked in real time");
    }
  }

  /// The same on other paper.
  public EscPosProfile on(PaperWidth width) {
    return new EscPosProfile(
        width, status, fourByteCharacters, repliesInOrder, exitSensor, fonts, rollMetres);
  }

  /// The same with another way to tell the state.
  public EscPosProfile telling(Status how) {
    return new EscPosProfile(
        paper, how, fourByteCharacters, repliesInOrder, exitSensor, fonts, rollMetres);
  }

  /// The same with fonts for rare characters.
  public EscPosProfile drawingWith(List<Font> rare) {
    return new EscPosProfile(
        paper, status, fourByteCharacters, repliesInOrder, exitSensor, rare, rollMetres);
  }

  /// The same with a sensor at the exit.
  public EscPosProfile seeingTheExit() {
    return new EscPosProfile(
        paper, status, fourByteCharacters, repliesInOrder, true, fonts, rollMetres);
  }

  /// The same, but whether it answers `GS r` is said.
  public EscPosProfile replyingInOrder(boolean replies) {
    return new EscPosProfile(
        paper, status, fourByteCharacters, replies, exitSensor, fonts, rollMetres);
  }

  /// How much of its state a printer tells (devices reference, 6.4).
  public enum Status {
    /// Nothing: every print is uncertain.
    NONE,
    /// Reports by itself when something changes (`GS a`).
    ASB,
    /// Answers questions at any moment (`DLE EOT`).
    REALTIME
  }
}
