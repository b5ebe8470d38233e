package org.jiujin.console.ingest;

import java.time.Duration;
import java.time.Instant;

/// Lets so many through in a second on average, and so many at once. Not thread-safe; the caller brings the time.
final class TokenBucket {
  private final double perSecond;
  private final double burst;
  private double tokens;
  private Instant filledAt;

  TokenBucket(int perSecond, int burst, Instant now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.tokens = burst;
    this.filledAt = now;
  }

  /// Takes a token if there is one. A clock that was set back gives none.
  boolean take(Instant now) {
    Duration passed = Duration.between(filledAt, now);
    if (passed.isPositive()) {
      tokens = Math.min(burst, tokens + perSecond * passed.toMillis() / 1000.0);
    }
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
