package org.jiujin.kiosk.application;

import java.time.Duration;
import java.time.Instant;

/// Decides when the sender tries next. Holds no thread, no clock and no random source.
///
/// After a failure the pause doubles from [#base()] to [#longest()], spread by a fifth up and down so that the terminals
/// of a province do not come back all at once.
///
/// @param base the pause after the first failure
/// @param longest the longest pause before it is spread
record RetryPolicy(Duration base, Duration longest) {
  private static final double SPREAD = 0.2;
  private static final int MOST_DOUBLINGS = 30;
  private static final Duration IDLE = Duration.ofSeconds(30);

  /// From one second to half a minute.
  static RetryPolicy usual() {
    return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  /// What the sender knows.
  ///
  /// @param failures in a row
  /// @param next not before
  record State(int failures, Instant next) {}

  /// How one round ended.
  enum Round {
    /// A row left the outbox, one way or the other.
    MOVED_ON,
    /// There was no row to send.
    NOTHING_DUE,
    /// The platform or the store did not answer.
    FAILED
  }

  /// The state after a round.
  ///
  /// @param chance from 0 to 1, fresh each time
  State after(State state, Round round, Instant now, double chance) {
    return switch (round) {
      case MOVED_ON -> new State(0, now);
      case NOTHING_DUE -> new State(state.failures, now.plus(IDLE));
      case FAILED -> new State(state.failures + 1, now.plus(pause(state.failures + 1, chance)));
    };
  }

  /// The state after somebody said that there is something to send: at once, unless the platform is known to be away.
  State woken(State state, Instant now) {
    return state.failures == 0 ? new State(0, now) : state;
  }

  private Duration pause(int failures, double chance) {
    Duration doubled = base.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration bounded = doubled.compareTo(longest) > 0 ? longest : doubled;
    return Duration.ofMillis(Math.round(bounded.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
  }
}
