package org.jiujin.device.opencv;

import java.util.concurrent.locks.LockSupport;

/// Lets things happen at most so many times a second.
final class Pace {
  private final long between;
  private long next = System.nanoTime();

  Pace(int timesPerSecond) {
    this.between = 1_000_000_000L / timesPerSecond;
  }

  /// Waits until it is time; an interrupt ends the wait and stays set.
  ///
  /// @param now whether to go on at once, because somebody else keeps the time
  void await(boolean now) {
    while (!now && System.nanoTime() < next && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(next - System.nanoTime());
    }
    next = Math.max(next + between, System.nanoTime());
  }

  /// Whether it is time; if so the next time begins to count.
  boolean due() {
    long now = System.nanoTime();
    if (now - next < 0) {
      return false;
    }
    next = Math.max(next + between, now);
    return true;
  }
}
