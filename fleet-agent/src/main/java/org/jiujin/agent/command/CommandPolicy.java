package org.jiujin.agent.command;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.CommandVerifier.Verdict;
import org.jiujin.fleet.command.Refusal;

/// Decides which command is taken, when it runs, and what is told. Holds no thread, no file and no clock.
///
/// ```
/// Arrived --refused--> (told, forgotten)
///    |
///    v
///  Open --Tick: nothing else runs, no resident is disturbed--> Running --Ended--> Ended
///    |                                                            |                 ^
///    +-- Tick: its time is over ----------------------------------)-----------------+
///                                                                 +-- Begun (after a crash)
/// ```
///
/// A command that has ended is remembered, so that it is told again and not carried out again when it comes again. When it is
/// forgotten at last, its time is over, and so is that of every command that could be mistaken for a new one.
final class CommandPolicy {
  /// What a resident who stands there would notice, or lose something by.
  private static final Set<CommandVerb> DISTURBING =
      EnumSet.of(
          CommandVerb.RESTART_APP,
          CommandVerb.RESTART_AGENT, // the app ends with it
          CommandVerb.REBOOT,
          CommandVerb.OUT_OF_SERVICE,
          CommandVerb.SCREENSHOT,
          CommandVerb.SELF_TEST,
          CommandVerb.UPDATE_NOW);

  private final Terminal terminal;
  private final Limits limits;

  CommandPolicy(Terminal terminal, Limits limits) {
    this.terminal = terminal;
    this.limits = limits;
  }

  /// Who we are.
  ///
  /// @param boot names the life of the machine: another one after each start of the machine
  /// @param verbs what this terminal can do
  record Terminal(String group, String id, String boot, Set<CommandVerb> verbs) {
    Terminal {
      verbs = Set.copyOf(verbs);
    }
  }

  /// The bounds.
  ///
  /// @param clockTolerance how far the console's clock may be ahead of ours
  /// @param longestValid from issue to expiry
  /// @param open how many commands may wait
  /// @param remembered how many are known at once, those that have ended included
  /// @param details how many of those that have ended keep their detail
  record Limits(
      Duration clockTolerance, Duration longestValid, int open, int remembered, int details) {
    static final Limits USUAL = new Limits(Duration.ofMinutes(2), Duration.ofHours(24), 16, 256, 2);
  }

  /// What is known.
  ///
  /// @param entries in the order of their arrival
  /// @param forgottenUpTo no command that was forgotten was valid for longer
  /// @param lostAt whatever was issued before may have been carried out already
  /// @param serving whether a resident uses the terminal; not kept over a restart
  record State(List<Entry> entries, Instant forgottenUpTo, Instant lostAt, boolean serving) {
    State {
      entries = List.copyOf(entries);
    }

    /// A memory that begins now.
    static State empty(Instant now) {
      return new State(List.of(), Instant.EPOCH, now, false);
    }

    Optional<Entry> entry(String id) {
      return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /// Whether the same would survive a restart.
    boolean remembers(State other) {
      return entries.equals(other.entries) // the same list as long as nothing happens
          && forgottenUpTo.equals(other.forgottenUpTo)
          && lostAt.equals(other.lostAt);
    }

    private boolean busy() {
      return entries.stream().anyMatch(entry -> entry.phase() instanceof Entry.Phase.Running);
    }

    private State with(List<Entry> changed) {
      return new State(changed, forgottenUpTo, lostAt, serving);
    }

    private State replacing(Entry changed) {
      return with(
          entries.stream()
              .map(entry -> entry.id().equals(changed.id()) ? changed : entry)
              .toList());
    }
  }

  sealed interface Input {
    /// The agent has started; what ran before it did is over.
    record Begun(Instant now) implements Input {}

    /// A resident begins to use the terminal, or is done.
    record Serving(boolean serving) implements Input {}

    /// Bytes came from the broker and were checked.
    record Arrived(Instant now, Verdict verdict) implements Input {}

    /// The command that ran has ended.
    record Ended(String id, Outcome outcome, Duration took) implements Input {}

    /// Lets the next one run if it may.
    record Tick(Instant now) implements Input {}
  }

  sealed interface Effect {
    record Tell(CommandResult result) implements Effect {}

    record Run(Command command) implements Effect {}
  }

  /// What follows. The state must be on the disk before an effect happens.
  record Step(State state, List<Effect> effects) {
    Step {
      effects = List.copyOf(effects);
    }
  }

  Step next(State state, Input input) {
    return switch (input) {
      case Input.Begun(var now) -> told(state, begun(state, now));
      case Input.Serving(var serving) ->
          told(state, new State(state.entries(), state.forgottenUpTo(), state.lostAt(), serving));
      case Input.Arrived(var now, var verdict) -> arrived(state, now, verdict);
      case Input.Ended(var id, var outcome, var took) ->
          told(state, ended(state, id, outcome, took));
      case Input.Tick(var now) -> told(state, ran(expired(state, now), now));
    };
  }

  private Step arrived(State state, Instant now, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused(var id, var reason) -> refuse(state, id, reason);
      case Verdict.Genuine(var command) -> genuine(state, now, command);
    };
  }

  private Step genuine(State state, Instant now, Command command) {
    if (!command.group().equals(terminal.group()) || !command.terminal().equals(terminal.id())) {
      return refuse(state, command.id(), Refusal.OTHER_TERMINAL);
    }
    Optional<Entry> known = state.entry(command.id());
    if (known.isPresent()) {
      return known.get().isOf(command)
          ? new Step(state, List.of(new Effect.Tell(status(known.get(), state))))
          : refuse(state, command.id(), Refusal.USED_ID);
    }
    State room = forgetting(state, now);
    return refusal(room, now, command)
        .map(reason -> refuse(state, command.id(), reason))
        .orElseGet(() ->
            told(
                state,
                room.with(
                    Stream.concat(room.entries().stream(), Stream.of(Entry.of(command)))
                        .toList())));
  }

  private Optional<Refusal> refusal(State state, Instant now, Command command) {
    // A clock that was ahead when the memory was lost must not shut commands out for longer.
    Instant lostAt = state.lostAt().isAfter(now) ? now : state.lostAt();
    Optional<CommandVerb> verb = command.knownVerb();
    if (now.isAfter(command.notAfter()) || !command.notAfter().isAfter(state.forgottenUpTo())) {
      return Optional.of(Refusal.EXPIRED);
    }
    if (command.issuedAt().isAfter(now.plus(limits.clockTolerance()))) {
      return Optional.of(Refusal.NOT_YET);
    }
    if (command.notAfter().isAfter(command.issuedAt().plus(limits.longestValid()))) {
      return Optional.of(Refusal.TOO_LONG_VALID);
    }
    if (command.issuedAt().isBefore(lostAt)) {
      return Optional.of(Refusal.MEMORY_LOST);
    }
    if (verb.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_VERB);
    }
    if (!terminal.verbs().contains(verb.get())) {
      return Optional.of(Refusal.UNSUPPORTED);
    }
    long open = state.entries().stream().filter(entry -> !entry.ended()).count();
    return open >= limits.open() || state.entries().size() >= limits.remembered()
        ? Optional.of(Refusal.QUEUE_FULL)
        : Optional.empty();
  }

  /// Makes room for one more, if it can.
  private State forgetting(State state, Instant now) {
    if (state.entries().size() < limits.remembered()) {
      return state;
    }
    return state.entries().stream()
        .filter(entry -> entry.ended() && entry.notAfter().isBefore(now))
        .findFirst()
        .map(oldest ->
            new State(
                state.entries().stream().filter(entry -> !entry.equals(oldest)).toList(),
                later(state.forgottenUpTo(), oldest.notAfter()),
                state.lostAt(),
                state.serving()))
        .orElse(state);
  }

  private State begun(State state, Instant now) {
    State after = state;
    for (Entry entry : state.entries()) {
      if (entry.phase() instanceof Entry.Phase.Running running) {
        boolean done = survived(running);
        after =
            over(
                after,
                entry,
                done ? Outcome.done() : Outcome.failed("interrupted"),
                running.since().isBefore(now)
                    ? Duration.between(running.since(), now)
                    : Duration.ZERO);
      }
    }
    return after;
  }

  /// Whether the command's success is that we are here.
  private boolean survived(Entry.Phase.Running running) {
    Optional<CommandVerb> verb = running.command().knownVerb();
    boolean rebooted = !running.boot().equals(terminal.boot());
    return verb.filter(CommandVerb.RESTART_AGENT::equals).isPresent()
        || (rebooted && verb.filter(CommandVerb.REBOOT::equals).isPresent());
  }

  private State ended(State state, String id, Outcome outcome, Duration took) {
    return state
        .entry(id)
        .filter(entry -> entry.phase() instanceof Entry.Phase.Running)
        .map(entry -> over(state, entry, outcome, took))
        .orElse(state);
  }

  private State over(State state, Entry entry, Outcome outcome, Duration took) {
    var result =
        new CommandResult(entry.id(), outcome.state(), outcome.reason(), took, outcome.detail());
    return withFewDetails(state.replacing(entry.with(new Entry.Phase.Ended(result))));
  }

  private State withFewDetails(State state) {
    List<Entry> kept = new ArrayList<>();
    int details = 0;
    for (Entry entry : state.entries().reversed()) {
      boolean detailed =
          entry.phase() instanceof Entry.Phase.Ended(var result) && !result.detail().isEmpty();
      details += detailed ? 1 : 0;
      kept.addFirst(detailed && details > limits.details() ? withoutDetail(entry) : entry);
    }
    return state.with(kept);
  }

  private static Entry withoutDetail(Entry entry) {
    return entry.phase() instanceof Entry.Phase.Ended(var result)
        ? entry.with(
            new Entry.Phase.Ended(
                new CommandResult(
                    result.id(), result.state(), result.reason(), result.took(), ByteString.EMPTY)))
        : entry;
  }

  private State expired(State state, Instant now) {
    State after = state;
    for (Entry entry : state.entries()) {
      if (entry.phase() instanceof Entry.Phase.Open && now.isAfter(entry.notAfter())) {
        after = over(after, entry, Outcome.refused(Refusal.EXPIRED), Duration.ZERO);
      }
    }
    return after;
  }

  private State ran(State state, Instant now) {
    if (state.busy()) {
      return state;
    }
    for (Entry entry : state.entries()) {
      if (entry.phase() instanceof Entry.Phase.Open(var command)
          && !(state.serving() && disturbs(command))) {
        return state.replacing(entry.with(new Entry.Phase.Running(command, now, terminal.boot())));
      }
    }
    return state;
  }

  /// Tells of each command that is further than before, and lets run what shall run now.
  private static Step told(State before, State after) {
    List<Effect> effects = new ArrayList<>();
    for (Entry entry : after.entries()) {
      CommandResult now = status(entry, after);
      Optional<Entry> earlier = before.entry(entry.id());
      if (earlier.filter(was -> status(was, before).state() == now.state()).isEmpty()) {
        effects.add(new Effect.Tell(now));
        if (entry.phase() instanceof Entry.Phase.Running(var command, _, _)) {
          effects.add(new Effect.Run(command));
        }
      }
    }
    return new Step(after, effects);
  }

  private static CommandResult status(Entry entry, State state) {
    return switch (entry.phase()) {
      case Entry.Phase.Open(var command) ->
          CommandResult.of(
              entry.id(),
              state.serving() && disturbs(command) ? CommandState.WAITING : CommandState.ACCEPTED);
      case Entry.Phase.Running _ -> CommandResult.of(entry.id(), CommandState.RUNNING);
      case Entry.Phase.Ended(var result) -> result;
    };
  }

  private static boolean disturbs(Command command) {
    return command.knownVerb().filter(DISTURBING::contains).isPresent();
  }

  private static Step refuse(State state, String id, Refusal reason) {
    return new Step(state, List.of(new Effect.Tell(CommandResult.refused(id, reason))));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
