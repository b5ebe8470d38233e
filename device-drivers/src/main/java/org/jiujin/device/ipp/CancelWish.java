package org.jiujin.device.ipp;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The wish to end one job, uttered from any thread and heard by the one that prints.
final class CancelWish {
  private final CountDownLatch uttered = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  void utter() {
    uttered.countDown();
  }

  boolean uttered() {
    return uttered.getCount() == 0;
  }

  /// Waits until the wish is uttered, at most this long; false when the device is being closed.
  boolean pause(Duration length) {
    return await(uttered, length);
  }

  /// Waits for this long; false when the device is being closed.
  boolean rest(Duration length) {
    return await(never, length);
  }

  private static boolean await(CountDownLatch latch, Duration length) {
    try {
      var _ = latch.await(length.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
