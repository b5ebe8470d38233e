package org.jiujin.console.ingest;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: anything up to a limit that doubles with each failure, so that many
/// clients of a restarted broker do not come back at the same instant.
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(500);
  static final Duration MOST = Duration.ofSeconds(10);

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /// @param failures how many attempts failed in a row, 1 and up
  Duration after(int failures) {
    long limit =
        Math.min(MOST.toMillis(), FIRST.toMillis() << Math.min(Math.max(failures, 1) - 1, 16));
    return Duration.ofMillis(random.nextLong(limit) + 1);
  }
}
