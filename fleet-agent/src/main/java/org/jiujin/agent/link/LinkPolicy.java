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
/// With a Primary Host configured there is one more state between the two, and a way back from Online:
///
/// ```
/// Connecting --Accepted--> Waiting --HostOnline--> Online --HostOffline--> Offline (the next broker, at once)
///                             |
///                             +-- HostOffline, Tick (late): Offline, when there is another broker to look at
/// ```
///
/// Waiting times have full jitter: with 20,000 terminals behind a broker that restarts, no two come at the same moment
/// for long.
final class LinkPolicy {
  private final Timing timing;
  private final PrimaryHost host;
  private final RandomGenerator random;

  /// A link without a Primary Host, as terminals have it.
  LinkPolicy(Timing timing, RandomGenerator random) {
    this(timing, PrimaryHost.UNSET, random);
  }

  LinkPolicy(Timing timing, PrimaryHost host, RandomGenerator random) {
    this.timing = timing;
    this.host = host;
    this.random = random;
  }

  /// What is known of the host that births wait for.
  enum PrimaryHost {
    /// Births wait for nobody.
    UNSET,
    /// There is one broker: births wait there for as long as it takes.
    AWAITED,
    /// There are several brokers: one without the host is left for the next.
    SOUGHT
  }

  /// The limits and waits.
  ///
  /// @param firstRetry the ceiling of the wait after the first failure; doubles with each further one
  /// @param longestRetry the ceiling that is never passed
  /// @param connectLimit how long one attempt may take, subscriptions included; also how long a broker has to show the
  ///     host, when there is another one
  record Timing(Duration firstRetry, Duration longestRetry, Duration connectLimit) {}

  sealed interface State {
    record Offline(int failures, Instant retryAt) implements State {}

    record Connecting(int failures, Instant giveUpAt) implements State {}

    /// Connected and silent: the Primary Host is not there.
    record Waiting(int failures, Instant giveUpAt) implements State {}

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

    /// The Primary Host says that it is there.
    record HostOnline(Instant now) implements Input {}

    /// The Primary Host says, or its will does, that it is gone.
    record HostOffline(Instant now) implements Input {}

    /// The certificate that the connection was made with is about to end, and there is a newer one.
    record Outlived(Instant now) implements Input {}

    record StopRequested() implements Input {}
  }

  enum Effect {
    /// Count bdSeq, make a new client, connect and subscribe.
    CONNECT,
    /// Publish NBIRTH and DBIRTHs.
    PUBLISH_BIRTHS,
    /// Throw the client away, whatever it is doing.
    DROP,
    /// Disconnect with reason 0x04, so that the broker publishes the will, and throw the client away: nothing was born.
    WITHDRAW,
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
      case State.Connecting _, State.Waiting _, State.Online _
          when input instanceof Input.TakenOver(var now, var pause) ->
          new Step(new State.Offline(1, now.plus(pause)), List.of(Effect.DROP));
      case State.Online _ when input instanceof Input.StopRequested ->
          new Step(new State.Closed(), List.of(Effect.LEAVE));
      case State.Waiting _ when input instanceof Input.StopRequested ->
          new Step(new State.Closed(), List.of(Effect.WITHDRAW));
      case State.Connecting _ when input instanceof Input.StopRequested ->
          new Step(new State.Closed(), List.of(Effect.DROP));
      case State.Offline _ when input instanceof Input.StopRequested ->
          new Step(new State.Closed(), List.of());
      case State.Offline off
          when input instanceof Input.Tick(var now) && !now.isBefore(off.retryAt()) ->
          new Step(
              new State.Connecting(off.failures(), now.plus(timing.connectLimit())),
              List.of(Effect.CONNECT));
      case State.Connecting c when input instanceof Input.Accepted(var now) -> accepted(c, now);
      case State.Connecting c when input instanceof Input.Refused(var now, _) ->
          offline(c.failures() + 1, now);
      case State.Connecting c when input instanceof Input.Lost(var now, _) ->
          offline(c.failures() + 1, now);
      case State.Connecting c
          when input instanceof Input.Tick(var now) && !now.isBefore(c.giveUpAt()) ->
          offline(c.failures() + 1, now);
      case State.Waiting w -> waiting(w, input);
      case State.Online _ when input instanceof Input.Lost(var now, _) -> offline(1, now);
      case State.Online _ when input instanceof Input.HostOffline(var now) ->
          new Step(new State.Offline(0, now), List.of(Effect.LEAVE));
      case State.Online _ when input instanceof Input.Outlived(var now) ->
          new Step(new State.Offline(0, now), List.of(Effect.LEAVE));
      case State.Offline _, State.Connecting _, State.Online _ -> stay(state);
    };
  }

  private Step accepted(State.Connecting connecting, Instant now) {
    return switch (host) {
      case UNSET -> new Step(new State.Online(now), List.of(Effect.PUBLISH_BIRTHS));
      case AWAITED -> stay(new State.Waiting(connecting.failures(), Instant.MAX));
      case SOUGHT ->
          stay(new State.Waiting(connecting.failures(), now.plus(timing.connectLimit())));
    };
  }

  private Step waiting(State.Waiting waiting, Input input) {
    return switch (input) {
      case Input.HostOnline(var now) ->
          new Step(new State.Online(now), List.of(Effect.PUBLISH_BIRTHS));
      case Input.HostOffline(var now) when host == PrimaryHost.SOUGHT ->
          new Step(retry(waiting.failures() + 1, now), List.of(Effect.WITHDRAW));
      case Input.Tick(var now) when !now.isBefore(waiting.giveUpAt()) ->
          new Step(retry(waiting.failures() + 1, now), List.of(Effect.WITHDRAW));
      case Input.Lost(var now, _) -> offline(waiting.failures() + 1, now);
      default -> stay(waiting);
    };
  }

  private Step offline(int failures, Instant now) {
    return new Step(retry(failures, now), List.of(Effect.DROP));
  }

  private State retry(int failures, Instant now) {
    return new State.Offline(failures, now.plus(jitter(ceiling(failures))));
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
