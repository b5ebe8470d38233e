package org.jiujin.kiosk.mirror;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Keeps the taps of programs apart: the shell takes a second touch at the same place within half a second for a
/// trembling finger, and a program that taps «next» on screen after screen is none.
final class TapPace {
  private static final Duration APART = Duration.ofMillis(550);
  private static final double SAME_PLACE_PIXELS = 120;

  private long lastAt = System.nanoTime() - APART.toNanos();
  private double lastX;
  private double lastY;

  /// Waits, for half a second at most, if this tap follows another one at its place too soon.
  synchronized void await(Touch touch) throws InterruptedException {
    if (touch.kind() != Touch.Kind.TAP) {
      return;
    }
    boolean samePlace = Math.hypot(touch.x() - lastX, touch.y() - lastY) < SAME_PLACE_PIXELS;
    long until = lastAt + APART.toNanos();
    while (samePlace && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(until - System.nanoTime());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    lastAt = System.nanoTime();
    lastX = touch.x();
    lastY = touch.y();
  }
}
