package org.jiujin.device.line;

import org.jiujin.device.Fault;

/// A place where a line can be opened, again and again.
@FunctionalInterface
public interface LinePort {
  /// Opens a new line. Bounded by two seconds.
  Opening open();

  /// How opening ended.
  sealed interface Opening {
    /// The line is open.
    record Opened(Line line) implements Opening {}

    /// There is no line: `NOT_CONNECTED` or `PORT_REFUSED`.
    record Missing(Fault fault) implements Opening {}
  }
}
