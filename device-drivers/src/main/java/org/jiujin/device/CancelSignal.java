package org.jiujin.device;

import java.time.Duration;

/// Ends every wait that began before the signal was raised, and none that begins later.
public final class CancelSignal {
  private long raised;

  /// Taken when a wait begins.
  public synchronized long ticket() {
    return raised;
  }

  public synchronized boolean raisedSince(long ticket) {
    return raised != ticket;
  }

  public synchronized void raise() {
    raised++;
    notifyAll();
  }

  /// Waits for the signal; an interrupt counts as one and stays set.
  public synchronized boolean awaitRaised(long ticket, Duration limit) {
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
