package org.jiujin.agent.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiujin.fleet.record.TerminalRecord;

/// Decides when records are sent to the console and when they may be deleted. Holds no thread, no socket and no clock.
///
/// ```
/// Offline --Born--> Ready --Tick, something waits: SEND--> Awaiting
///    ^                ^                                     |   | Tick, too late: SEND the same again
///    |                +---- Acknowledged, all of it --------+<--+
///    +---------------- Lost, from anywhere
/// ```
///
/// Each batch begins with the oldest record and the next one goes only when it is acknowledged, so whatever is lost on the way,
/// "everything up to this one" is always true of a batch that arrived.
public final class OutboxPolicy {
  private final Timing timing;

  public OutboxPolicy(Timing timing) {
    this.timing = timing;
  }

  /// The limits and waits.
  ///
  /// @param most records in a batch
  /// @param firstWait for the acknowledgement of a batch that is sent for the first time; doubles with each further time
  /// @param longestWait never more than this: a host that does not acknowledge costs mobile data
  public record Timing(int most, Duration firstWait, Duration longestWait) {
    /// What a terminal runs with.
    public static final Timing USUAL =
        new Timing(16, Duration.ofSeconds(20), Duration.ofMinutes(15));
  }

  /// Where the sending stands.
  public sealed interface State {
    record Offline() implements State {}

    record Ready() implements State {}

    /// A batch is on its way.
    ///
    /// @param upTo the last record of the batch
    /// @param times how often in a row it, or one in its place, was sent
    record Awaiting(long upTo, int times, Instant sentAt) implements State {}
  }

  public sealed interface Input {
    /// The births were published, for the first time or again: the host knows the aliases and may have lost what it heard.
    record Born() implements Input {}

    record Lost() implements Input {}

    record Acknowledged(long upTo) implements Input {}

    /// Time passes.
    ///
    /// @param waiting in order
    record Tick(Instant now, List<TerminalRecord> waiting) implements Input {}
  }

  public sealed interface Effect {
    record Send(List<TerminalRecord> batch) implements Effect {}

    /// Delete everything up to and with this one.
    record Delete(long upTo) implements Effect {}
  }

  public record Step(State state, List<Effect> effects) {
    public Step {
      effects = List.copyOf(effects);
    }
  }

  /// The state to begin in.
  public static State initial() {
    return new State.Offline();
  }

  public Step next(State state, Input input) {
    return switch (input) {
      case Input.Born _ -> stay(new State.Ready());
      case Input.Lost _ -> stay(new State.Offline());
      case Input.Acknowledged(var upTo) -> acknowledged(state, upTo);
      case Input.Tick(var now, var waiting) -> tick(state, now, waiting);
    };
  }

  /// Only what was sent can be acknowledged. A late word for an earlier batch is true as well; one that goes beyond, of a host
  /// that is confused, must not delete what it cannot have.
  private static Step acknowledged(State state, long upTo) {
    if (!(state instanceof State.Awaiting awaiting) || upTo > awaiting.upTo()) {
      return stay(state);
    }
    State after = upTo == awaiting.upTo() ? new State.Ready() : awaiting;
    return new Step(after, List.of(new Effect.Delete(upTo)));
  }

  private Step tick(State state, Instant now, List<TerminalRecord> waiting) {
    return switch (state) {
      case State.Offline _ -> stay(state);
      case State.Ready _ -> send(0, now, waiting);
      case State.Awaiting awaiting ->
          due(awaiting, now) ? send(awaiting.times(), now, waiting) : stay(state);
    };
  }

  private Step send(int times, Instant now, List<TerminalRecord> waiting) {
    if (waiting.isEmpty()) {
      return stay(new State.Ready());
    }
    List<TerminalRecord> batch = waiting.subList(0, Math.min(timing.most(), waiting.size()));
    return new Step(
        new State.Awaiting(batch.getLast().seq(), times + 1, now),
        List.of(new Effect.Send(List.copyOf(batch))));
  }

  private boolean due(State.Awaiting awaiting, Instant now) {
    Duration passed = Duration.between(awaiting.sentAt(), now);
    int doublings = Math.min(awaiting.times() - 1, 20);
    Duration wait = timing.firstWait().multipliedBy(1L << doublings);
    Duration limit = wait.compareTo(timing.longestWait()) < 0 ? wait : timing.longestWait();
    return passed.isNegative() || passed.compareTo(limit) >= 0; // a clock that was set back
  }

  private static Step stay(State state) {
    return new Step(state, List.of());
  }
}
