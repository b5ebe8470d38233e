package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// Makes every wait between attempts as short as it can be, and counts the waits.
final class CountingRandom implements RandomGenerator {
  private final AtomicInteger asked = new AtomicInteger();

  @Override
  public long nextLong() {
    throw new UnsupportedOperationException("only bounded numbers are asked for");
  }

  @Override
  public long nextLong(long bound) {
    asked.incrementAndGet();
    return 0;
  }

  /// Waits until so many attempts have failed.
  void awaitAttempts(int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (asked.get() < count) {
      assertTrue(System.nanoTime() < deadline, "only " + asked + " attempts");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /// How many threads Paho has at the moment.
  static long mqttThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread -> thread.getName().startsWith("MQTT") || thread.getName().startsWith("pool"))
        .count();
  }
}
