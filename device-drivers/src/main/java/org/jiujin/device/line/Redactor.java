package org.jiujin.device.line;

import java.util.Arrays;

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
    return new Redactor() {
      @Override
      public byte[] pass(Direction direction, byte[] bytes) {
        var hidden = new byte[bytes.length];
        Arrays.fill(hidden, (byte) 'x');
        return hidden;
      }

      @Override
      public byte[] rest(Direction direction) {
        return new byte[0];
      }
    };
  }

  /// Which way bytes go.
  enum Direction {
    TO_DEVICE,
    FROM_DEVICE
  }
}
