package org.jiujin.agent.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Time for waits and limits: begins with the wall clock and then only goes forward, however that one is set. Thread-safe.
public final class SteadyTime implements InstantSource {
  private final Instant begin;
  private final LongSupplier nanos;
  private final long beginNanos;

  /// @param wall asked once
  public SteadyTime(InstantSource wall) {
    this(wall, System::nanoTime);
  }

  /// @param wall asked once
  /// @param nanos a count of nanoseconds that nobody can set, like [System#nanoTime]
  public SteadyTime(InstantSource wall, LongSupplier nanos) {
    this.begin = wall.instant();
    this.nanos = nanos;
    this.beginNanos = nanos.getAsLong();
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(nanos.getAsLong() - beginNanos);
  }
}
