package org.jiujin.agent.enrol;

import java.time.Duration;
import java.time.Instant;

/// From when to when a certificate is good.
record Life(Instant from, Instant until) {
  Duration length() {
    return Duration.between(from, until);
  }

  boolean isOver(Instant now) {
    return now.isAfter(until);
  }

  Instant twoThirds() {
    return from.plus(length().multipliedBy(2).dividedBy(3));
  }

  /// Whether so little is left that somebody must be told when there is no new one.
  boolean isNearlyOver(Instant now) {
    return now.isAfter(until.minus(length().dividedBy(6)));
  }

  /// From when on a connection ought to be made anew with a newer certificate, if there is one: three days of ninety.
  Instant bestBefore() {
    return until.minus(length().dividedBy(30));
  }

  /// Whole days; negative after the end.
  int daysLeft(Instant now) {
    long days = Duration.between(now, until).toDays();
    return Math.clamp(now.isAfter(until) ? days - 1 : days, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
