package org.jiujin.agent.outbox;

import java.time.Duration;
import java.time.Instant;

/// Lets some through at once and then one in a while. Holds no clock; for one thread.
final class Allowance {
  private final int most;
  private final Duration oneEvery;
  private int left;
  private Instant refilledAt;

  /// @param most at once
  /// @param oneEvery how long until there is one more
  Allowance(int most, Duration oneEvery, Instant now) {
    this.most = most;
    this.oneEvery = oneEvery;
    this.left = most;
    this.refilledAt = now;
  }

  boolean take(Instant now) {
    Duration passed = Duration.between(refilledAt, now);
    long gained = Math.max(0, passed.dividedBy(oneEvery));
    if (passed.isNegative() || left + gained >= most) { // or a clock that was set back
      refilledAt = now;
    } else {
      refilledAt = refilledAt.plus(oneEvery.multipliedBy(gained));
    }
    left = (int) Math.min(most, left + gained);
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
