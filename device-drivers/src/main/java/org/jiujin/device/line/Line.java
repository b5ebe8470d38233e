package org.jiujin.device.line;

import java.time.Duration;

/// An open connection that carries bytes. Used from one thread; [#close()] may come from any.
///
/// A line that was lost stays lost: it is closed and a new one opened.
public interface Line extends AutoCloseable {
  /// Waits for bytes.
  ///
  /// @param limit how long to wait for the first byte
  /// @return what had come, empty when the limit passed or the line is lost
  byte[] read(Duration limit);

  /// Sends all bytes.
  ///
  /// @return false when the line is lost; some bytes may have gone out
  boolean write(byte[] bytes);

  /// Whether the other end has gone.
  boolean lost();

  @Override
  void close();
}
