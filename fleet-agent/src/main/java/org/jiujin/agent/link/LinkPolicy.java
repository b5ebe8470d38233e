package org.jiujin.agent.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// Decides what the broker link does next. Holds no thread, no socket and no clock.
///
/// ```
/// Offline --Tick (due)--> Connecting --Accepted--> Online
///    ^                        |                      |
///    +- Refused, Tick (late) -+-------- Lost --------+
///
/// any --StopRequested--> Closed
/// ```
///
/// Waiting times have full jitter: with 20,000 terminals behind a broker that restarts, no two come at the same moment
/// for long.
final class LinkPolicy {
  private final Timing timing;
  private final RandomGenerator random;

  LinkPolicy(Timing timing, RandomGenerator random) {
    this.timing = timing;
    this.random = random;
  }

  /// The limits and waits.
  ///
  /// @param firstRetry the ceiling of the wait after the first failure; doubles with each further one
  /// @param longestRetry the ceiling that is never passed
  /// @param connectLimit how long one attempt may take, subscriptions included
  record Timing(Duration firstRetry, Duration longestRetry, Duration connectLimit) {}

  sealed interface State {
    record Offline(int failures, Instant retryAt) implements State {}

    record Connecting(int failures, Instant giveUpAt) implements State {}

    record Online(Instant since) implements State {}

    record Closed() implements State {}
  }

  sealed interface Input {
    record Tick(Instant now) implements Input {}

    /// Connected and subscribed.
    record Accepted(Instant now) implements Input {}

    record Refused(Instant now, String reason) implements Input {}

    record Lost(Instant now, String reason) implements Input {}

    /// Another client has the session now.
    ///
    /// @param pause how long to leave it to the other
    record TakenOver(Instant now, Duration pause) implements Input {}

    record StopRequested() implements Input {}
  }

  enum Effect {
    /// Count bdSeq, make a new client, connect and subscribe.
    CONNECT,
    /// Publish NBIRTH and DBIRTHs.
    PUBLISH_BIRTHS,
    /// Throw the client away, whatever it is doing.
    DROP,
    /// Publish NDEATH, disconnect with reason 0x04, throw the client away.
    LEAVE
  }

  record Step(State state, List<Effect> effects) {
    Step {
      effects = List.copyOf(effects);
    }
  }

  /// The state to begin in: the first attempt is due at once.
  static State initial() {
    return new State.Offline(0, Instant.MIN);
  }

  Step next(State state, Input input) {
    return switch (state) {
      case State.Closed _ -> stay(state);
      case State.Connecting _, State.Online _
          when input instanceof Input.TakenOver(var now, var pause) ->
          new Step(new State.Offline(1, now.plus(pause)), List.of(Effect.DROP));
      case State.Online _ when input instanceof Input.StopRequested ->
          new Step(new State.Closed(), List.of(Effect.LEAVE));
      case State.Connecting _ when input instanceof Input.StopRequested ->
          new Step(new State.Closed(), List.of(Effect.DROP));
      case State.Offline _ when input instanceof Input.StopRequested ->
          new Step(new State.Closed(), List.of());
      case State.Offline off
          when input instanceof Input.Tick(var now) && !now.isBefore(off.retryAt()) ->
          new Step(
              new State.Connecting(off.failures(), now.plus(timing.connectLimit())),
              List.of(Effect.CONNECT));
      case State.Connecting _ when input instanceof Input.Accepted(var now) ->
          new Step(new State.Online(now), List.of(Effect.PUBLISH_BIRTHS));
      case State.Connecting c when input instanceof Input.Refused(var now, _) ->
          offline(c.failures() + 1, now);
      case State.Connecting c when input instanceof Input.Lost(var now, _) ->
          offline(c.failures() + 1, now);
      case State.Connecting c
          when input instanceof Input.Tick(var now) && !now.isBefore(c.giveUpAt()) ->
          offline(c.failures() + 1, now);
      case State.Online _ when input instanceof Input.Lost(var now, _) -> offline(1, now);
      case State.Offline _, State.Connecting _, State.Online _ -> stay(state);
    };
  }

  private Step offline(int failures, Instant now) {
    return new Step(
        new State.Offline(failures, now.plus(jitter(ceiling(failures)))), List.of(Effect.DROP));
  }

  private Duration ceiling(int failures) {
    int doublings = Math.min(failures - 1, 20); // 2^20 first retries are past any limit
    Duration grown = timing.firstRetry().multipliedBy(1L << doublings);
    return grown.compareTo(timing.longestRetry()) < 0 ? grown : timing.longestRetry();
  }

  private Duration jitter(Duration ceiling) {
    return Duration.ofMillis(random.nextLong(ceiling.toMillis() + 1));
  }

  private static Step stay(State state) {
    return new Step(state, List.of());
  }
}
