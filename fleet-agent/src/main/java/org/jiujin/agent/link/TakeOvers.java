package org.jiujin.agent.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/// Follows how often another client takes this terminal's session at the broker. Holds no thread and no clock; for one thread.
///
/// Once may be an agent that was started twice by mistake. Again and again is a copy of this terminal's identity: both sides then
/// wait longer each time, so that the broker and the console are not kept busy, and the operator is told.
final class TakeOvers {
  private final Timing timing;
  private final RandomGenerator random;
  private final Deque<Instant> lately = new ArrayDeque<>();
  private int total;

  /// The limits and waits.
  ///
  /// @param firstWait the ceiling of the wait after the first one; doubles with each further one within the window
  /// @param longestWait the ceiling that is never passed
  /// @param window how far back they count
  /// @param suspicious so many within the window are no accident
  record Timing(Duration firstWait, Duration longestWait, Duration window, int suspicious) {
    /// What a terminal runs with.
    static final Timing USUAL =
        new Timing(Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofHours(2), 3);
  }

  TakeOvers(Timing timing, RandomGenerator random) {
    this.timing = timing;
    this.random = random;
  }

  /// The session was taken.
  ///
  /// @return how long to leave it to the other: between half the ceiling and all of it
  Duration taken(Instant now) {
    lately.removeIf(at -> at.isAfter(now) || !at.plus(timing.window()).isAfter(now));
    lately.add(now);
    total++;
    int doublings = Math.min(lately.size() - 1, 20);
    Duration grown = timing.firstWait().multipliedBy(1L << doublings);
    Duration ceiling = grown.compareTo(timing.longestWait()) < 0 ? grown : timing.longestWait();
    long half = ceiling.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  /// How many there were within the window.
  int lately() {
    return lately.size();
  }

  /// How many there were since the start.
  int total() {
    return total;
  }

  /// Whether the last one is to be told to the operator: the first suspicious one, and then ever fewer.
  boolean worthTelling() {
    int beyond = lately.size() / timing.suspicious();
    return lately.size() % timing.suspicious() == 0 && Integer.bitCount(beyond) == 1;
  }
}
