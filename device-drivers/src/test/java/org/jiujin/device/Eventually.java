package org.jiujin.device;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for a fact with a deadline.
public final class Eventually {
  private Eventually() {}

  /// Fails when the fact does not come true in time.
  public static void within(Duration limit, Supplier<String> what, BooleanSupplier fact) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!fact.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + limit + ": " + what.get());
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
