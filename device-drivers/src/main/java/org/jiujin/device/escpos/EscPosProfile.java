package org.jiujin.device.escpos;

/// How a model differs from others.
///
/// @param fourByteCharacters whether it prints four-byte GB18030 characters; otherwise they become 〓
/// @param repliesInOrder whether it answers `GS r`, which comes after all that was printed before; otherwise the end of
///     a print is taken from its real-time status, which is weaker
public record EscPosProfile(boolean fourByteCharacters, boolean repliesInOrder) {
  /// A common printer with a Chinese character set.
  public static final EscPosProfile COMMON = new EscPosProfile(false, true);

  /// A printer with the whole of GB18030-2022, level 2.
  public static final EscPosProfile GB18030 = new EscPosProfile(true, true);
}
