package org.jiujin.device.sam;

import java.time.Duration;

/// Ends every wait that began before the signal was raised, and none that begins later.
final class CancelSignal {
  private long raised;

  /// Taken when a wait begins.
  synchronized long ticket() {
    return raised;
  }

  synchronized boolean raisedSince(long ticket) {
    return raised != ticket;
  }

  synchronized void raise() {
    raised++;
    notifyAll();
  }

  /// Waits for the signal; an interrupt counts as one and stays set.
  synchronized boolean awaitRaised(long ticket, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (raised == ticket) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return Thread.currentThread().isInterrupted();
        }
        wait(left);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
