package org.jiujin.agent.time;

import java.time.Instant;
import java.time.InstantSource;

/// Time for waits and limits: begins with the wall clock and then only goes forward, however that one is set. Thread-safe.
public final class SteadyTime implements InstantSource {
  private final Instant begin;
  private final long beginNanos = System.nanoTime();

  /// @param wall asked once
  public SteadyTime(InstantSource wall) {
    begin = wall.instant();
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - beginNanos);
  }
}
