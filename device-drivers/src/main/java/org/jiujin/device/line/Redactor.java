package org.jiujin.device.line;

/// Takes what is personal out of a conversation before it is recorded. One for each line; used from one thread.
///
/// A redactor keeps lengths, so that a recording can be replayed; it may hold bytes back until it knows what they are.
public interface Redactor {
  /// Takes bytes that passed on the line.
  ///
  /// @return what may be written down now, perhaps nothing
  byte[] pass(Direction direction, byte[] bytes);

  /// Gives out what was held back and will not become whole, without anything personal. Called when the other side speaks, and
  /// at the end.
  byte[] rest(Direction direction);

  /// Hides everything but the number of bytes: right for a device whose language nobody described.
  static Redactor hidingAll() {
    return new HidingRedactor(true, true);
  }

  /// Hides what the device says, but for the number of bytes: right where the host only asks, as with scanners.
  static Redactor hidingAnswers() {
    return new HidingRedactor(false, true);
  }

  /// Hides nothing: right for devices that never hear of people, IO boards for example.
  static Redactor hidingNothing() {
    return new HidingRedactor(false, false);
  }

  /// Which way bytes go.
  enum Direction {
    TO_DEVICE,
    FROM_DEVICE
  }
}
