package org.jiujin.kiosk.screen;

import java.time.Duration;

/// A screen that shows how long it stays.
public interface CountsDown {
  /// Shows the time that is left. FX thread, about once a second.
  void countdown(Duration left, Duration whole);
}
