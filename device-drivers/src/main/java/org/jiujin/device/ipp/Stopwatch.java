package org.jiujin.device.ipp;

import java.time.Duration;

/// Tells when something has lasted too long.
final class Stopwatch {
  private final Duration limit;
  private long since = System.nanoTime();

  Stopwatch(Duration limit) {
    this.limit = limit;
  }

  /// It has not lasted at all.
  void reset() {
    since = System.nanoTime();
  }

  boolean over() {
    return System.nanoTime() - since > limit.toNanos();
  }
}
