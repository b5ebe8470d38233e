package org.jiujin.agent.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.fleet.AppState;

/// Decides when the app is started, asked whether it lives, and ended. Holds no thread, no process and no clock.
///
/// ```
/// Stopped --Wanted--> Starting --Greeted--> Ready
///                       |  ^                  | no Pong in time
///            late, Exited  | due              v
///                       v  |               Ending (frozen): ask, destroy, destroy forcibly
///                     BackingOff <----------- Exited
///                       |
///                       v too many failures in the window
///                     CrashLoop (safe screen) --due--> Starting
///
/// Starting, Ready --RestartRequested--> Ending --Exited--> Starting
/// Ready  --grown too large--> Ending --Exited--> Starting
/// any    --StopRequested--> Ending (for good) --Exited--> Stopped
/// ```
final class SupervisionPolicy {
  private final Timing timing;

  SupervisionPolicy(Timing timing) {
    this.timing = timing;
  }

  /// The limits and waits.
  ///
  /// @param startLimit from the start of the process to its first word
  /// @param pingEvery between an answer and the next question
  /// @param pongLimit from a question to its answer
  /// @param politeLimit after asking the app to stop
  /// @param destroyLimit after SIGTERM, and between two SIGKILLs
  /// @param firstBackOff the wait after the first failure; doubles with each further one in the window
  /// @param longestBackOff never more than this
  /// @param window how far back failures count
  /// @param crashLoopFailures so many failures in the window are a crash loop
  /// @param crashLoopRest the wait in a crash loop; somebody has to look, but a machine in a village may recover
  /// @param mostMegabytes an app that is larger is started anew as soon as nobody uses it
  /// @param atOnceMegabytes one that is larger than this, at once
  record Timing(
      Duration startLimit,
      Duration pingEvery,
      Duration pongLimit,
      Duration politeLimit,
      Duration destroyLimit,
      Duration firstBackOff,
      Duration longestBackOff,
      Duration window,
      int crashLoopFailures,
      Duration crashLoopRest,
      int mostMegabytes,
      int atOnceMegabytes) {
    /// What a terminal runs with.
    static final Timing USUAL =
        new Timing(
            Duration.ofSeconds(90),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(4),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            6,
            Duration.ofMinutes(10),
            1024,
            1536);

    /// The same with other limits of the app's memory.
    Timing with(int most, int atOnce) {
      return new Timing(
          startLimit,
          pingEvery,
          pongLimit,
          politeLimit,
          destroyLimit,
          firstBackOff,
          longestBackOff,
          window,
          crashLoopFailures,
          crashLoopRest,
          most,
          atOnce);
    }

    private boolean tooLarge(long megabytes, boolean serving) {
      return megabytes > mostMegabytes && (!serving || megabytes > atOnceMegabytes);
    }
  }

  /// Where the supervision stands. `failures` are the instants at which the app failed, oldest first, within the window.
  sealed interface State {
    record Stopped() implements State {}

    record Starting(List<Instant> failures, Instant giveUpAt) implements State {}

    record Ready(List<Instant> failures, Question question) implements State {}

    /// The app is being ended.
    record Ending(List<Instant> failures, Reason reason, Pressure pressure, Instant until)
        implements State {}

    record BackingOff(List<Instant> failures, Instant until) implements State {}

    record CrashLoop(List<Instant> failures, Instant until) implements State {}
  }

  /// Why the app is being ended, and so what comes after it.
  enum Reason {
    /// It did not answer: a failure.
    SILENT,
    /// Somebody wants it anew, or it has grown too large: it starts again at once.
    RENEWAL,
    /// The agent stops.
    FOR_GOOD
  }

  /// The last ping.
  record Question(long nonce, Instant askedAt, boolean answered) {}

  /// How the end of the app is sought, mildest first.
  enum Pressure {
    ASKED,
    DESTROYED,
    KILLED
  }

  sealed interface Input {
    record Tick(Instant now) implements Input {}

    record Wanted(Instant now) implements Input {}

    record StopRequested(Instant now) implements Input {}

    /// The app connected to the local link, again perhaps.
    record Greeted(Instant now) implements Input {}

    record Answered(Instant now, long nonce) implements Input {}

    /// The process ended, or could not be started.
    record Exited(Instant now) implements Input {}

    /// Somebody wants the app to be started anew; also ends the rest in a crash loop.
    record RestartRequested(Instant now) implements Input {}

    /// How much memory the app takes.
    ///
    /// @param serving whether a resident uses it
    record Weighed(Instant now, long megabytes, boolean serving) implements Input {}
  }

  enum Effect {
    START,
    /// Send a Ping with the nonce of the state's question.
    PING,
    ASK_TO_STOP,
    DESTROY,
    DESTROY_FORCIBLY,
    /// Tell residents that there is no service, by a program that has nothing in common with the app.
    SHOW_SAFE_SCREEN,
    HIDE_SAFE_SCREEN
  }

  record Step(State state, List<Effect> effects) {
    Step {
      effects = List.copyOf(effects);
    }
  }

  /// How the fleet sees the state.
  static AppState appState(State state) {
    return switch (state) {
      case State.Starting _, State.BackingOff _ -> AppState.STARTING;
      case State.Ready _ -> AppState.READY;
      case State.Ending ending ->
          switch (ending.reason()) {
            case SILENT -> AppState.FROZEN;
            case RENEWAL -> AppState.STARTING;
            case FOR_GOOD -> AppState.STOPPED;
          };
      case State.Stopped _ -> AppState.STOPPED;
      case State.CrashLoop _ -> AppState.CRASH_LOOP;
    };
  }

  Step next(State state, Input input) {
    return switch (state) {
      case State.Stopped stopped -> stopped(stopped, input);
      case State.Starting starting -> starting(starting, input);
      case State.Ready ready -> ready(ready, input);
      case State.Ending ending -> ending(ending, input);
      case State.BackingOff wait -> waiting(wait, wait.failures(), wait.until(), input);
      case State.CrashLoop wait -> resting(wait, input);
    };
  }

  private Step stopped(State.Stopped stopped, Input input) {
    return input instanceof Input.Wanted(var now) ? start(List.of(), now) : stay(stopped);
  }

  private Step starting(State.Starting starting, Input input) {
    return switch (input) {
      case Input.Greeted(var now) ->
          new Step(
              new State.Ready(starting.failures(), new Question(1, now, false)),
              List.of(Effect.PING));
      case Input.Tick(var now) when !now.isBefore(starting.giveUpAt()) ->
          ask(starting.failures(), Reason.SILENT, now);
      case Input.Exited(var now) -> failed(starting.failures(), now);
      case Input.StopRequested(var now) -> ask(starting.failures(), Reason.FOR_GOOD, now);
      // what starts may never come, and another release may lie there by now
      case Input.RestartRequested(var now) -> ask(starting.failures(), Reason.RENEWAL, now);
      case Input.Tick _, Input.Wanted _, Input.Answered _, Input.Weighed _ -> stay(starting);
    };
  }

  private Step ready(State.Ready ready, Input input) {
    Question question = ready.question();
    return switch (input) {
      case Input.Tick(var now)
          when question.answered() && !now.isBefore(question.askedAt().plus(timing.pingEvery())) ->
          ping(ready, new Question(question.nonce() + 1, now, false));
      case Input.Tick(var now)
          when !question.answered() && !now.isBefore(question.askedAt().plus(timing.pongLimit())) ->
          ask(ready.failures(), Reason.SILENT, now);
      case Input.Answered(_, var nonce) when nonce == question.nonce() ->
          stay(new State.Ready(ready.failures(), new Question(nonce, question.askedAt(), true)));
      // a new connection has not seen the question; its limit goes on all the same
      case Input.Greeted _ when !question.answered() -> ping(ready, question);
      case Input.Exited(var now) -> failed(ready.failures(), now);
      case Input.StopRequested(var now) -> ask(ready.failures(), Reason.FOR_GOOD, now);
      case Input.RestartRequested(var now) -> ask(ready.failures(), Reason.RENEWAL, now);
      case Input.Weighed(var now, var megabytes, var serving)
          when timing.tooLarge(megabytes, serving) ->
          ask(ready.failures(), Reason.RENEWAL, now);
      case Input.Tick _, Input.Wanted _, Input.Answered _, Input.Greeted _, Input.Weighed _ ->
          stay(ready);
    };
  }

  private Step ending(State.Ending ending, Input input) {
    return switch (input) {
      case Input.Exited(var now) ->
          switch (ending.reason()) {
            case SILENT -> failed(ending.failures(), now);
            case RENEWAL -> start(ending.failures(), now);
            case FOR_GOOD -> stay(new State.Stopped());
          };
      case Input.StopRequested _ ->
          stay(
              new State.Ending(
                  ending.failures(), Reason.FOR_GOOD, ending.pressure(), ending.until()));
      case Input.Tick(var now) when !now.isBefore(ending.until()) -> press(ending, now);
      // it connects only now, so it has not heard that it was asked
      case Input.Greeted _ when ending.pressure() == Pressure.ASKED ->
          new Step(ending, List.of(Effect.ASK_TO_STOP));
      case Input.Tick _,
          Input.Wanted _,
          Input.Answered _,
          Input.Greeted _,
          Input.RestartRequested _,
          Input.Weighed _ ->
          stay(ending);
    };
  }

  private Step waiting(State state, List<Instant> failures, Instant until, Input input) {
    return switch (input) {
      case Input.Tick(var now) when !now.isBefore(until) -> start(failures, now);
      case Input.RestartRequested(var now) -> start(failures, now);
      case Input.StopRequested _ -> stay(new State.Stopped());
      case Input.Tick _,
          Input.Wanted _,
          Input.Answered _,
          Input.Greeted _,
          Input.Exited _,
          Input.Weighed _ ->
          stay(state);
    };
  }

  private Step resting(State.CrashLoop rest, Input input) {
    Step step = waiting(rest, rest.failures(), rest.until(), input);
    return step.state() instanceof State.CrashLoop
        ? step
        : new Step(
            step.state(),
            Stream.concat(Stream.of(Effect.HIDE_SAFE_SCREEN), step.effects().stream()).toList());
  }

  private Step start(List<Instant> failures, Instant now) {
    return new Step(
        new State.Starting(failures, now.plus(timing.startLimit())), List.of(Effect.START));
  }

  private Step ask(List<Instant> failures, Reason reason, Instant now) {
    return new Step(
        new State.Ending(failures, reason, Pressure.ASKED, now.plus(timing.politeLimit())),
        List.of(Effect.ASK_TO_STOP));
  }

  private Step press(State.Ending ending, Instant now) {
    Pressure more = ending.pressure() == Pressure.ASKED ? Pressure.DESTROYED : Pressure.KILLED;
    return new Step(
        new State.Ending(ending.failures(), ending.reason(), more, now.plus(timing.destroyLimit())),
        List.of(more == Pressure.DESTROYED ? Effect.DESTROY : Effect.DESTROY_FORCIBLY));
  }

  private Step failed(List<Instant> before, Instant now) {
    List<Instant> failures =
        Stream.concat(before.stream(), Stream.of(now))
            .filter(at -> at.plus(timing.window()).isAfter(now))
            .toList();
    if (failures.size() >= timing.crashLoopFailures()) {
      return new Step(
          new State.CrashLoop(failures, now.plus(timing.crashLoopRest())),
          List.of(Effect.SHOW_SAFE_SCREEN));
    }
    return stay(new State.BackingOff(failures, now.plus(backOff(failures.size()))));
  }

  private Duration backOff(int failures) {
    Duration grown = timing.firstBackOff().multipliedBy(1L << Math.min(failures - 1, 20));
    return grown.compareTo(timing.longestBackOff()) < 0 ? grown : timing.longestBackOff();
  }

  private static Step ping(State.Ready ready, Question question) {
    return new Step(new State.Ready(ready.failures(), question), List.of(Effect.PING));
  }

  private static Step stay(State state) {
    return new Step(state, List.of());
  }
}
