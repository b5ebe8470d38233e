package org.jiujin.agent.update;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jiujin.fleet.update.Assignment;
import org.jspecify.annotations.Nullable;

/// Decides for releases of one kind what is fetched, when it is installed, and whether it stays. Holds no thread, no file and no clock.
///
/// ```
///          Directed             Built                 Tick: may be installed        Tick: proved
/// Settled ----------> Fetching -------> Waiting ------------------------> On trial ------------> Settled
///    ^                  |  ^                                                 |                 (last good = current)
///    |        NotBuilt  v  | due                                             |
///    |                 Resting                                               |
///    +-----------------------------------------------------------------------+
///      it ends, rests, loses a device, does not become ready; the agent does not stay up: the last good slot is current again,
///      the other release is given up until it is assigned for another attempt
/// ```
///
/// What is current, what is on trial and what was given up is on the disk before the app is started from it; see [Kept].
final class InstallPolicy {
  private final InstallLimits limits;
  private final Duration jitter;

  /// @param jitter by how much this terminal is later than others with a release that is not an emergency
  InstallPolicy(InstallLimits limits, Duration jitter) {
    this.limits = limits;
    this.jitter = jitter;
  }

  /// A trial that is under way.
  ///
  /// @param since when it began, or the agent
  /// @param wellSince since when the app is well; null while it is not
  /// @param failures how often the app ended although no operator wanted it to
  record Trial(Instant since, @Nullable Instant wellSince, int failures) {
    private Trial well(Instant now) {
      return wellSince == null ? new Trial(since, now, failures) : this;
    }

    private Trial unwell() {
      return new Trial(since, null, failures);
    }

    private Trial failed() {
      return new Trial(since, null, failures + 1);
    }
  }

  /// What is on its way.
  sealed interface Way {
    /// Nothing.
    record None() implements Way {}

    /// It is being fetched.
    ///
    /// @param failures how often that failed
    record Fetching(int failures) implements Way {}

    /// It could not be fetched, and is tried again.
    record Resting(int failures, Instant until) implements Way {}

    /// It lies in a slot, complete.
    record Waiting(long slot) implements Way {}
  }

  /// Where it stands.
  ///
  /// @param wanted what the direction names; null when it names nothing of this kind
  /// @param until when the direction ends
  /// @param trial null when the current release has proved itself
  /// @param why why the last fetch failed; empty when it did not
  record State(
      Kept kept,
      @Nullable Assignment wanted,
      Instant until,
      Way way,
      @Nullable Trial trial,
      String why) {
    static final State NOTHING =
        new State(Kept.NOTHING, null, Instant.MIN, new Way.None(), null, "");

    private State with(Kept next) {
      return new State(next, wanted, until, way, trial, why);
    }

    private State with(Way next, String reason) {
      return new State(kept, wanted, until, next, trial, reason);
    }

    private State with(@Nullable Trial next) {
      return new State(kept, wanted, until, way, next, why);
    }

    boolean isCurrent(Assignment assignment) {
      return kept.current() != null && kept.current().release().isMeantBy(assignment);
    }

    boolean isGivenUp(Assignment assignment) {
      GivenUp given = kept.givenUp();
      return given != null
          && given.release().isMeantBy(assignment)
          && assignment.attempt() <= given.attempt();
    }
  }

  sealed interface Input {
    /// The agent has started and read what is kept.
    record Begun(Instant now, Kept kept) implements Input {}

    /// A direction counts from now on.
    ///
    /// @param wanted what it names of this kind; null for nothing
    record Directed(Instant until, @Nullable Assignment wanted) implements Input {}

    /// The release that was to be fetched lies in this slot, complete and on the medium.
    record Built(ReleaseRef release, long slot) implements Input {}

    /// It could not be fetched for now.
    ///
    /// @param why a word
    record NotBuilt(Instant now, ReleaseRef release, String why) implements Input {}

    /// The operator wants it now: what could not be fetched is tried again.
    record Hurried() implements Input {}

    /// What is current did not even start, and what runs is the last good one.
    record NotStarted() implements Input {}

    /// Time went on.
    ///
    /// @param now only goes forward
    record Tick(Instant now, Conditions conditions) implements Input {}

    /// The app has begun to talk: a proof begins anew, however short the break was.
    record AppGreeted() implements Input {}

    /// The app ended although no operator wanted it to.
    ///
    /// @param why a word
    record AppFailed(String why) implements Input {
      /// By itself, or because it did not answer, or it could not be started.
      static final AppFailed ENDED = new AppFailed("app-ended");

      /// It had grown too large.
      static final AppFailed OUTGREW = new AppFailed("too-large");
    }

    /// The app failed too often and rests.
    record AppRests() implements Input {}

    /// The agent ends in an orderly way.
    record Stopping() implements Input {}
  }

  sealed interface Effect {
    /// Fetch this, if it is not there already.
    record Fetch(Assignment assignment) implements Effect {}

    /// Fetch nothing any more.
    record StopFetching() implements Effect {}

    /// Start from the current slot, which is another one now.
    record Restart() implements Effect {}

    /// A release was given up.
    record FellBack(ReleaseRef from, @Nullable ReleaseRef to, String why) implements Effect {}

    /// A release proved itself.
    record Proved(ReleaseRef release) implements Effect {}
  }

  /// What follows. What is kept must be on the disk before the effects.
  record Step(State state, List<Effect> effects) {
    Step {
      effects = List.copyOf(effects);
    }
  }

  Step next(State state, Input input) {
    return switch (input) {
      case Input.Begun(var now, var kept) -> begun(state, now, kept);
      case Input.Directed(var until, var wanted) -> directed(state, until, wanted);
      case Input.Built(var release, var slot) -> built(state, release, slot);
      case Input.NotBuilt(var now, var release, var why) -> notBuilt(state, now, release, why);
      case Input.Hurried _ ->
          stay(
              state.way() instanceof Way.Resting ? state.with(new Way.None(), state.why()) : state);
      case Input.Tick(var now, var conditions) -> ticked(state, now, conditions);
      case Input.AppGreeted _ -> appGreeted(state);
      case Input.AppFailed(var why) -> appFailed(state, why);
      case Input.AppRests _ -> state.trial() == null ? stay(state) : fallBack(state, "crash-loop");
      case Input.NotStarted _ ->
          state.trial() == null ? stay(state) : fallBack(state, "does-not-start");
      case Input.Stopping _ -> stopping(state);
    };
  }

  private Step begun(State state, Instant now, Kept kept) {
    if (!kept.onTrial()) {
      return stay(state.with(kept));
    }
    Kept counted = kept.startedTimes(kept.starts() + 1);
    State begun = state.with(counted).with(new Trial(now, null, 0));
    return counted.starts() >= limits.starts() && kept.lastGood() != null
        ? fallBack(begun, "agent-restarts")
        : stay(begun);
  }

  private static Step directed(State state, Instant until, @Nullable Assignment wanted) {
    boolean same =
        wanted != null
            && state.wanted() != null
            && ReleaseRef.of(wanted).equals(ReleaseRef.of(state.wanted()));
    var directed =
        new State(
            state.kept(),
            wanted,
            until,
            same ? state.way() : new Way.None(),
            state.trial(),
            same ? state.why() : "");
    boolean left = !same && isUnderWay(state.way());
    return new Step(directed, left ? List.of(new Effect.StopFetching()) : List.of());
  }

  private static boolean isUnderWay(Way way) {
    return way instanceof Way.Fetching || way instanceof Way.Resting;
  }

  private static Step built(State state, ReleaseRef release, long slot) {
    return isAwaited(state, release) ? stay(state.with(new Way.Waiting(slot), "")) : stay(state);
  }

  private Step notBuilt(State state, Instant now, ReleaseRef release, String why) {
    if (!isAwaited(state, release) || !(state.way() instanceof Way.Fetching(int before))) {
      return stay(state);
    }
    int failures = before + 1;
    return stay(state.with(new Way.Resting(failures, now.plus(limits.rest(failures))), why));
  }

  /// Answers to what was asked before the direction changed count no more.
  private static boolean isAwaited(State state, ReleaseRef release) {
    return state.way() instanceof Way.Fetching
        && state.wanted() != null
        && release.isMeantBy(state.wanted());
  }

  private Step ticked(State state, Instant now, Conditions conditions) {
    return state.trial() != null
        ? tried(state, now, conditions, state.trial())
        : went(state, now, conditions);
  }

  /// A trial is not interrupted by what comes next.
  private Step tried(State state, Instant now, Conditions conditions, Trial trial) {
    Trial looked = conditions.wellFor(state.kept()) ? trial.well(now) : trial.unwell();
    if (looked.wellSince() != null
        && Duration.between(looked.wellSince(), now).compareTo(limits.proof()) >= 0) {
      return proved(state);
    }
    boolean late =
        looked.wellSince() == null
            && !conditions.serving()
            && Duration.between(looked.since(), now).compareTo(limits.trial()) >= 0;
    return late ? fallBack(state, "not-well") : stay(state.with(looked));
  }

  private static Step proved(State state) {
    Installed current = Objects.requireNonNull(state.kept().current(), "what is on trial");
    var kept = new Kept(current, current, state.kept().givenUp(), 0, Set.of());
    return new Step(
        state.with(kept).with((Trial) null), List.of(new Effect.Proved(current.release())));
  }

  private Step went(State state, Instant now, Conditions conditions) {
    Assignment wanted = state.wanted();
    if (wanted == null
        || state.isCurrent(wanted)
        || state.isGivenUp(wanted)
        || conditions.wall().isAfter(state.until())) {
      return isUnderWay(state.way())
          ? new Step(state.with(new Way.None(), ""), List.of(new Effect.StopFetching()))
          : stay(state);
    }
    return switch (state.way()) {
      case Way.None _ -> mayFetch(wanted, conditions) ? fetch(state, wanted, 0) : stay(state);
      case Way.Resting(var failures, var until) ->
          now.isBefore(until) || !mayFetch(wanted, conditions)
              ? stay(state)
              : fetch(state, wanted, failures);
      case Way.Fetching _ -> stay(state);
      case Way.Waiting(var slot) ->
          mayInstall(wanted, conditions)
              ? install(
                  state,
                  now,
                  new Installed(slot, ReleaseRef.of(wanted), wanted.attempt()),
                  conditions)
              : stay(state);
    };
  }

  private static Step fetch(State state, Assignment wanted, int failures) {
    return new Step(
        state.with(new Way.Fetching(failures), state.why()), List.of(new Effect.Fetch(wanted)));
  }

  private static boolean mayFetch(Assignment wanted, Conditions conditions) {
    boolean time = conditions.fetchTime() || conditions.permit() == Permit.AT_ONCE;
    return switch (wanted.urgency()) {
      case DOWNLOAD, WINDOW -> conditions.permit() != Permit.NOTHING && time;
      case SOON -> conditions.permit() != Permit.NOTHING;
      case EMERGENCY -> true;
    };
  }

  private boolean mayInstall(Assignment wanted, Conditions conditions) {
    Instant wall = conditions.wall();
    if (wall.isBefore(wanted.notBefore())) {
      return false;
    }
    Permit permit = conditions.permit();
    boolean free = !conditions.serving() && permit != Permit.NOTHING;
    boolean turn = permit == Permit.AT_ONCE || !wall.isBefore(wanted.notBefore().plus(jitter));
    return switch (wanted.urgency()) {
      case DOWNLOAD -> false;
      case WINDOW -> free && turn && permit != Permit.SOON;
      case SOON -> free && turn;
      case EMERGENCY -> true;
    };
  }

  private static Step install(
      State state, Instant now, Installed installed, Conditions conditions) {
    Kept before = state.kept();
    var kept = new Kept(installed, before.lastGood(), before.givenUp(), 0, conditions.devices());
    return new Step(
        state.with(kept).with(new Way.None(), "").with(new Trial(now, null, 0)),
        List.of(new Effect.Restart()));
  }

  private static Step appGreeted(State state) {
    Trial trial = state.trial();
    return stay(trial == null ? state : state.with(trial.unwell()));
  }

  private Step appFailed(State state, String why) {
    Trial trial = state.trial();
    if (trial == null) {
      return stay(state);
    }
    Trial failed = trial.failed();
    return failed.failures() >= limits.failures() ? fallBack(state, why) : stay(state.with(failed));
  }

  /// The first release of all has nothing behind it: it stays, however it does.
  private static Step fallBack(State state, String why) {
    Kept kept = state.kept();
    Installed from = Objects.requireNonNull(kept.current(), "what is on trial");
    Installed to = kept.lastGood();
    if (to == null) {
      return stay(state);
    }
    var back = new Kept(to, to, new GivenUp(from.release(), from.attempt(), why), 0, Set.of());
    return new Step(
        state.with(back).with((Trial) null),
        List.of(new Effect.Restart(), new Effect.FellBack(from.release(), to.release(), why)));
  }

  private static Step stopping(State state) {
    return stay(state.with(state.kept().startedTimes(Math.max(0, state.kept().starts() - 1))));
  }

  private static Step stay(State state) {
    return new Step(state, List.of());
  }
}
