package org.jiujin.device.modbus;

import java.time.Duration;
import org.jiujin.device.cabinet.BuzzerPattern;
import org.jspecify.annotations.Nullable;

/// What lamp and buzzer shall do, at any moment by the clock of [System#nanoTime()]. Off is what nobody wishes.
///
/// Thread-safe: a session ends on its own thread.
final class Wishes {
  private boolean lamp;
  private long lampUntil;
  private @Nullable BuzzerPattern pattern;
  private long patternBegan;

  synchronized void lampOn(Duration atMost, long now) {
    lamp = true;
    lampUntil = now + atMost.toNanos();
  }

  synchronized void lampOff() {
    lamp = false;
  }

  synchronized void buzz(BuzzerPattern wished, long now) {
    pattern = wished;
    patternBegan = now;
  }

  synchronized void silence() {
    pattern = null;
  }

  synchronized void nothing() {
    lampOff();
    silence();
  }

  synchronized boolean lampAt(long now) {
    lamp = lamp && now - lampUntil < 0;
    return lamp;
  }

  synchronized boolean buzzerAt(long now) {
    return pattern != null && pattern.buzzesAt(Duration.ofNanos(now - patternBegan));
  }
}
