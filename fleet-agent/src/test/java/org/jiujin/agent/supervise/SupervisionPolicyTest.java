package org.jiujin.agent.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiujin.agent.supervise.SupervisionPolicy.Effect;
import org.jiujin.agent.supervise.SupervisionPolicy.Input;
import org.jiujin.agent.supervise.SupervisionPolicy.State;
import org.jiujin.fleet.AppState;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SupervisionPolicyTest {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private final SupervisionPolicy policy = new SupervisionPolicy(SupervisionPolicy.Timing.USUAL);

  static LongStream seeds() {
    return Seeds.count(500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverStartsASecondAppAndNeverEndsOneThatIsGone(long seed) {
    var random = new Random(seed);
    State state = new State.Stopped();
    Instant now = START;
    boolean alive = false;
    boolean stopping = false;
    boolean safeScreen = false;
    for (int i = 0; i < 200; i++) {
      now = now.plusMillis(random.nextInt(6000));
      Input input = input(random, now, alive, state);
      stopping = stopping || input instanceof Input.StopRequested;
      if (input instanceof Input.Exited) {
        alive = false;
      }
      State before = state;
      SupervisionPolicy.Step step = policy.next(state, input);
      state = step.state();
      safeScreen = shown(safeScreen, step.effects(), seed);
      assertEquals(
          state instanceof State.CrashLoop,
          safeScreen,
          "the safe screen in " + state + ", seed " + seed);
      for (Effect effect : appEffects(step)) {
        if (effect == Effect.START) {
          assertFalse(alive, "two apps, seed " + seed);
          assertFalse(
              before instanceof State.BackingOff wait
                  && now.isBefore(wait.until())
                  && !(input instanceof Input.RestartRequested),
              "too early, seed " + seed);
          alive = true;
        } else {
          assertTrue(alive, effect + " without an app, seed " + seed);
        }
      }
      boolean needsApp =
          state instanceof State.Starting
              || state instanceof State.Ready
              || state instanceof State.Ending;
      assertEquals(needsApp, alive, "app and state disagree in " + state + ", seed " + seed);
      if (stopping && !(before instanceof State.Stopped)) {
        assertFalse(
            state instanceof State.Starting || state instanceof State.BackingOff,
            "starts again although told to stop, seed " + seed);
      }
      stopping = stopping && !(state instanceof State.Stopped);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endsEveryAppThatIsToEndWithinTheLimits(long seed) {
    var random = new Random(seed);
    State state = policy.next(ready(), new Input.StopRequested(START)).state();
    Instant now = START;
    boolean killed = false;
    while (!killed) {
      now = now.plusMillis(1 + random.nextInt(400));
      SupervisionPolicy.Step step = policy.next(state, new Input.Tick(now));
      state = step.state();
      killed = step.effects().contains(Effect.DESTROY_FORCIBLY);
      assertFalse(now.isAfter(START.plusSeconds(4 + 2).plusMillis(800)), "too late, seed " + seed);
    }
    assertInstanceOf(State.Stopped.class, policy.next(state, new Input.Exited(now)).state());
  }

  @Test
  void asksTwoSecondsAfterTheAnswerAndCountsFiveSecondsOfSilenceAsFrozen() {
    State asked = ready();
    State answered = policy.next(asked, new Input.Answered(START.plusMillis(50), 1)).state();
    assertEquals(
        List.of(), policy.next(answered, new Input.Tick(START.plusMillis(1999))).effects());
    SupervisionPolicy.Step again = policy.next(answered, new Input.Tick(START.plusSeconds(2)));
    assertEquals(List.of(Effect.PING), again.effects());

    State silent = again.state();
    assertEquals(List.of(), policy.next(silent, new Input.Tick(START.plusMillis(6999))).effects());
    SupervisionPolicy.Step frozen = policy.next(silent, new Input.Tick(START.plusSeconds(7)));
    assertEquals(List.of(Effect.ASK_TO_STOP), frozen.effects());
    assertEquals(AppState.FROZEN, SupervisionPolicy.appState(frozen.state()));
  }

  @Test
  void doesNotTakeAnOldAnswerForANewOne() {
    State answered = policy.next(ready(), new Input.Answered(START, 1)).state();
    State second = policy.next(answered, new Input.Tick(START.plusSeconds(2))).state();
    State stale = policy.next(second, new Input.Answered(START.plusSeconds(3), 1)).state();
    assertEquals(
        List.of(Effect.ASK_TO_STOP),
        policy.next(stale, new Input.Tick(START.plusSeconds(7))).effects());
  }

  @Test
  void waitsLongerAfterEachFailureAndRestsInACrashLoop() {
    State state = policy.next(new State.Stopped(), new Input.Wanted(START)).state();
    Instant now = START;
    List<Long> waits = new ArrayList<>();
    while (!(state instanceof State.CrashLoop)) {
      state = policy.next(state, new Input.Exited(now)).state();
      if (state instanceof State.BackingOff wait) {
        waits.add(Duration.between(now, wait.until()).toSeconds());
        now = wait.until();
        state = policy.next(state, new Input.Tick(now)).state();
      }
    }
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L), waits);
    assertEquals(AppState.CRASH_LOOP, SupervisionPolicy.appState(state));
    assertEquals(List.of(), policy.next(state, new Input.Tick(now.plusSeconds(599))).effects());
    assertEquals(
        List.of(Effect.HIDE_SAFE_SCREEN, Effect.START),
        policy.next(state, new Input.Tick(now.plusSeconds(600))).effects());
  }

  @Test
  void forgetsFailuresThatAreLongAgo() {
    var old = List.of(START, START.plusSeconds(1), START.plusSeconds(2));
    var ready = new State.Ready(old, new SupervisionPolicy.Question(1, START, true));
    State state = policy.next(ready, new Input.Exited(START.plus(Duration.ofHours(1)))).state();
    assertEquals(1, assertInstanceOf(State.BackingOff.class, state).failures().size());
  }

  @Test
  void startsALargeAppAnewWhenNobodyUsesItAndAVeryLargeOneAtOnce() {
    assertEquals(List.of(), weighed(1024, false));
    assertEquals(List.of(Effect.ASK_TO_STOP), weighed(1025, false));
    assertEquals(List.of(), weighed(1536, true));
    assertEquals(List.of(Effect.ASK_TO_STOP), weighed(1537, true));
  }

  @Test
  void startsAnewAtOnceAfterARenewal() {
    State ending = policy.next(ready(), new Input.RestartRequested(START)).state();
    assertEquals(AppState.STARTING, SupervisionPolicy.appState(ending));
    assertEquals(List.of(Effect.START), policy.next(ending, new Input.Exited(START)).effects());
  }

  @Test
  void endsAnAppThatStillStartsWhenAnotherIsWantedAndDoesNotCountItAsAFailure() {
    var before = List.of(START.minusSeconds(9));
    var starting = new State.Starting(before, START.plusSeconds(81));
    SupervisionPolicy.Step asked = policy.next(starting, new Input.RestartRequested(START));
    assertEquals(List.of(Effect.ASK_TO_STOP), asked.effects());
    assertEquals(AppState.STARTING, SupervisionPolicy.appState(asked.state()));

    Instant late = START.plusSeconds(4);
    SupervisionPolicy.Step destroyed = policy.next(asked.state(), new Input.Tick(late));
    assertEquals(List.of(Effect.DESTROY), destroyed.effects());
    SupervisionPolicy.Step again = policy.next(destroyed.state(), new Input.Exited(late));
    assertEquals(List.of(Effect.START), again.effects());
    assertEquals(new State.Starting(before, late.plusSeconds(90)), again.state());
  }

  @Test
  void asksAnAppAgainThatConnectsAfterItWasAsked() {
    State starting = policy.next(new State.Stopped(), new Input.Wanted(START)).state();
    State asked = policy.next(starting, new Input.RestartRequested(START)).state();
    assertEquals(
        new SupervisionPolicy.Step(asked, List.of(Effect.ASK_TO_STOP)),
        policy.next(asked, new Input.Greeted(START.plusSeconds(1))));

    State destroyed = policy.next(asked, new Input.Tick(START.plusSeconds(4))).state();
    assertEquals(
        List.of(), policy.next(destroyed, new Input.Greeted(START.plusSeconds(5))).effects());
  }

  private List<Effect> weighed(long megabytes, boolean serving) {
    return policy.next(ready(), new Input.Weighed(START, megabytes, serving)).effects();
  }

  private static boolean shown(boolean before, List<Effect> effects, long seed) {
    assertFalse(before && effects.contains(Effect.SHOW_SAFE_SCREEN), "twice, seed " + seed);
    assertFalse(
        effects.contains(Effect.START) && before && !effects.contains(Effect.HIDE_SAFE_SCREEN),
        "the app behind the safe screen, seed " + seed);
    return effects.contains(Effect.SHOW_SAFE_SCREEN)
        || (before && !effects.contains(Effect.HIDE_SAFE_SCREEN));
  }

  private static List<Effect> appEffects(SupervisionPolicy.Step step) {
    return step.effects().stream()
        .filter(effect -> effect != Effect.SHOW_SAFE_SCREEN && effect != Effect.HIDE_SAFE_SCREEN)
        .toList();
  }

  @Test
  void asksAgainWhenTheAppConnectsAnew() {
    SupervisionPolicy.Step step = policy.next(ready(), new Input.Greeted(START.plusSeconds(3)));
    assertEquals(List.of(Effect.PING), step.effects());
    assertEquals(
        List.of(Effect.ASK_TO_STOP),
        policy.next(step.state(), new Input.Tick(START.plusSeconds(5))).effects());
  }

  private static State ready() {
    return new State.Ready(List.of(), new SupervisionPolicy.Question(1, START, false));
  }

  private static Input input(Random random, Instant now, boolean alive, State state) {
    return switch (random.nextInt(16)) {
      case 14 -> new Input.Weighed(now, random.nextInt(1600), random.nextBoolean());
      case 15 -> random.nextInt(8) == 0 ? new Input.RestartRequested(now) : new Input.Tick(now);
      case 0, 1 -> new Input.Greeted(now);
      case 2, 3, 4 ->
          state instanceof State.Ready ready
              ? new Input.Answered(now, ready.question().nonce() - random.nextInt(2))
              : new Input.Answered(now, 1);
      case 5, 6 -> alive ? new Input.Exited(now) : new Input.Tick(now);
      case 7 -> new Input.Wanted(now);
      case 8 -> random.nextInt(10) == 0 ? new Input.StopRequested(now) : new Input.Tick(now);
      default -> new Input.Tick(now);
    };
  }
}
