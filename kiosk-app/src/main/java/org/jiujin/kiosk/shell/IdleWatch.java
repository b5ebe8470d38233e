package org.jiujin.kiosk.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides whether anybody is still there. Holds no clock and no timer.
///
/// ```
/// Calm ──(quiet over)──▶ Warning ──(warning over)──▶ RunOut, once
///   ▲                       │
///   └────── a touch ────────┘
/// ```
final class IdleWatch {
  private Optional<IdleLimits.Limit> limit = Optional.empty();
  private Instant since = Instant.EPOCH;
  private boolean told;

  /// What to do now.
  sealed interface Verdict {
    /// Nothing.
    record Calm() implements Verdict {}

    /// Show how long is left.
    record Counting(Duration left, Duration whole, boolean warn) implements Verdict {}

    /// The limit ran out; said once.
    record RunOut() implements Verdict {}
  }

  /// A screen with another limit appeared.
  void begin(Optional<IdleLimits.Limit> limit, Instant now) {
    this.limit = limit;
    touched(now);
  }

  /// Somebody is there.
  void touched(Instant now) {
    since = now;
    told = false;
  }

  Verdict at(Instant now) {
    if (limit.isEmpty()) {
      return new Verdict.Calm();
    }
    Duration quiet = limit.get().quiet();
    Duration warning = limit.get().warning();
    Duration left = quiet.plus(warning).minus(Duration.between(since, now));
    if (!left.isPositive()) {
      return runOut();
    }
    if (warning.isZero()) {
      return new Verdict.Counting(left, quiet, false);
    }
    return left.compareTo(warning) <= 0
        ? new Verdict.Counting(left, warning, true)
        : new Verdict.Calm();
  }

  private Verdict runOut() {
    boolean first = !told;
    told = true;
    return first ? new Verdict.RunOut() : new Verdict.Calm();
  }
}
