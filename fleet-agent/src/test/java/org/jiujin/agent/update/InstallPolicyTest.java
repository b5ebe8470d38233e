package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiujin.agent.update.InstallPolicy.Effect;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.agent.update.InstallPolicy.State;
import org.jiujin.agent.update.InstallPolicy.Step;
import org.jiujin.agent.update.InstallPolicy.Way;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstallPolicyTest {
  private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  private static final Duration JITTER = Duration.ofMinutes(20);
  private static final Set<String> DEVICES = Set.of("idcard", "receipt");
  private static final Installed GOOD = new Installed(1, new ReleaseRef("0.1.0", hash(1)), 1);
  private static final ReleaseRef NEXT = new ReleaseRef("0.2.0", hash(2));

  /// Idle, everything works, time for maintenance.
  private static final Conditions FREE = conditions(true, false, DEVICES, Permit.ALL);

  private static final Conditions SERVING = conditions(true, true, DEVICES, Permit.ALL);
  private static final Conditions BY_DAY = conditions(true, false, DEVICES, Permit.SOON);
  private static final Conditions PAUSED = conditions(true, false, DEVICES, Permit.NOTHING);
  private static final Conditions HURRIED = conditions(true, false, DEVICES, Permit.AT_ONCE);
  private static final Conditions DOWN = conditions(false, false, Set.of(), Permit.ALL);
  private static final Conditions NO_PRINTER =
      conditions(true, false, Set.of("idcard"), Permit.ALL);

  private final InstallPolicy policy = new InstallPolicy(InstallLimits.USUAL, JITTER);
  private final List<Effect> effects = new ArrayList<>();
  private State state = State.NOTHING;
  private Instant now = START;
  private Duration clockIsAhead = Duration.ZERO;
  private boolean fetchTime = true;

  @BeforeEach
  void begin() {
    take(new Input.Begun(now, new Kept(GOOD, GOOD, null, 0, Set.of())));
  }

  @Test
  void aReleaseIsFetchedInstalledAndStaysWhenItProvesItself() {
    direct(NEXT, 1, Urgency.SOON);
    tick(FREE);
    assertEquals(List.of(new Effect.Fetch(assignment(NEXT, 1, Urgency.SOON))), effects);
    pass(JITTER, FREE);
    take(new Input.Built(NEXT, 2));
    tick(FREE);
    assertEquals(List.of(new Effect.Restart()), effects);
    assertEquals(new Installed(2, NEXT, 1), state.kept().current());
    assertEquals(GOOD, state.kept().lastGood());
    pass(Duration.ofMinutes(2), FREE);
    assertNotNull(state.trial());
    pass(Duration.ofMinutes(2), FREE);
    assertEquals(List.of(new Effect.Proved(NEXT)), effects);
    assertNull(state.trial());
    assertEquals(state.kept().current(), state.kept().lastGood());
    pass(Duration.ofHours(1), FREE);
    assertEquals(List.of(), effects);
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  void isInstalledWhenItsUrgencyAllows(Urgency urgency) {
    prepare(urgency);
    pass(JITTER, SERVING);
    assertEquals(urgency == Urgency.EMERGENCY, installed(), "under the hands of a resident");
    pass(JITTER, BY_DAY);
    assertEquals(
        urgency == Urgency.EMERGENCY || urgency == Urgency.SOON, installed(), "as it is free");
    tick(FREE);
    assertEquals(urgency != Urgency.DOWNLOAD, installed(), "in the window");
  }

  @Test
  void waitsForItsTimeForItsTurnAndForTheOperator() {
    take(
        new Input.Directed(
            now.plus(Duration.ofDays(7)),
            new Assignment(
                "app",
                NEXT.version(),
                NEXT.manifest(),
                1,
                now.plus(Duration.ofHours(5)),
                Urgency.SOON)));
    tick(FREE);
    take(new Input.Built(NEXT, 2));
    pass(Duration.ofHours(5), FREE);
    tick(FREE);
    assertEquals(false, installed(), "the others first");
    pass(JITTER, PAUSED);
    tick(PAUSED);
    assertEquals(false, installed());
    tick(FREE);
    assertEquals(true, installed());
  }

  @Test
  void anOperatorWhoWantsItNowWaitsForNoWindowAndNoTurn() {
    prepare(Urgency.WINDOW);
    tick(BY_DAY);
    assertEquals(false, installed());
    tick(HURRIED);
    assertEquals(true, installed());
  }

  @Test
  void aPauseBeginsNoFetchButThatOfAnEmergency() {
    direct(NEXT, 1, Urgency.SOON);
    tick(PAUSED);
    assertEquals(List.of(), effects);
    direct(NEXT, 1, Urgency.EMERGENCY);
    tick(PAUSED);
    assertInstanceOf(Effect.Fetch.class, effects.getFirst());
  }

  @ParameterizedTest
  @EnumSource(Urgency.class)
  void whatCanWaitIsFetchedAtItsTime(Urgency urgency) {
    fetchTime = false;
    direct(NEXT, 1, urgency);
    tick(FREE);
    boolean canWait = urgency == Urgency.DOWNLOAD || urgency == Urgency.WINDOW;
    assertEquals(canWait, effects.isEmpty());
    tick(HURRIED);
    assertInstanceOf(Way.Fetching.class, state.way(), "the operator waits");
    direct(new ReleaseRef("0.3.0", hash(3)), 1, urgency);
    fetchTime = true;
    tick(FREE);
    assertInstanceOf(Way.Fetching.class, state.way());
  }

  @Test
  void aMachineThatBeganInThePastInstallsWhenItsClockIsSet() {
    clockIsAhead = Duration.ofDays(-20_000);
    prepare(Urgency.SOON);
    pass(Duration.ofHours(1), FREE);
    assertEquals(false, installed());
    clockIsAhead = Duration.ZERO;
    tick(FREE);
    assertEquals(true, installed());
  }

  @Test
  void aClockThatJumpsProvesNothing() {
    install(FREE);
    tick(FREE);
    clockIsAhead = Duration.ofDays(1);
    tick(FREE);
    assertNotNull(state.trial());
    clockIsAhead = Duration.ofDays(-1);
    pass(Duration.ofMinutes(4), FREE);
    assertNull(state.trial());
  }

  @Test
  void anAppThatEndsTwiceIsGivenUp() {
    install(FREE);
    take(Input.AppFailed.ENDED);
    assertEquals(List.of(), effects);
    take(Input.AppFailed.ENDED);
    assertFellBack("app-ended");
  }

  @Test
  void anAppThatGrowsTooLargeTwiceIsGivenUp() {
    install(FREE);
    take(Input.AppFailed.OUTGREW);
    assertEquals(List.of(), effects);
    take(Input.AppFailed.OUTGREW);
    assertFellBack("too-large");
  }

  @Test
  void aBreakThatNoTickSawBreaksTheProof() {
    install(FREE);
    pass(Duration.ofMinutes(2), FREE);
    take(new Input.AppGreeted());
    pass(Duration.ofMinutes(2), FREE);
    assertNotNull(state.trial());
    pass(Duration.ofMinutes(2), FREE);
    assertNull(state.trial());
  }

  @Test
  void anAppThatRestsIsGivenUp() {
    install(FREE);
    take(new Input.AppRests());
    assertFellBack("crash-loop");
  }

  @Test
  void anAppThatDoesNotBecomeReadyIsGivenUp() {
    install(FREE);
    pass(Duration.ofMinutes(14), DOWN);
    assertEquals(List.of(), effects);
    pass(Duration.ofMinutes(2), DOWN);
    assertFellBack("not-well");
  }

  @Test
  void aReleaseThatLosesADeviceIsGivenUpButNotUnderAResidentsHands() {
    install(FREE);
    pass(Duration.ofMinutes(30), conditions(true, true, Set.of("idcard"), Permit.ALL));
    assertEquals(List.of(), effects);
    tick(NO_PRINTER);
    assertFellBack("not-well");
  }

  @Test
  void aDeviceThatDidNotWorkBeforeNeedNotWorkNow() {
    install(NO_PRINTER);
    pass(Duration.ofMinutes(3), NO_PRINTER);
    tick(NO_PRINTER);
    assertNull(state.trial());
    assertEquals(NEXT, current());
  }

  @Test
  void whatIsWellOnlyNowAndThenDoesNotProveItself() {
    install(FREE);
    for (int i = 0; i < 7; i++) {
      pass(Duration.ofMinutes(2), FREE);
      tick(DOWN);
      assertNotNull(state.trial());
    }
    pass(Duration.ofMinutes(1), DOWN);
    tick(DOWN);
    assertEquals(GOOD, state.kept().current());
  }

  @Test
  void aMachineThatGoesDownWithItIsCountedOverItsStarts() {
    install(FREE);
    for (int start = 1; start < InstallLimits.USUAL.starts(); start++) {
      restartAgent();
      assertEquals(List.of(), effects, "start " + start);
    }
    restartAgent();
    assertFellBack("agent-restarts");
    restartAgent();
    assertEquals(List.of(), effects);
    assertEquals(GOOD, state.kept().current());
  }

  @Test
  void anOrderlyRestartOfTheAgentDoesNotCount() {
    install(FREE);
    for (int i = 0; i < 10; i++) {
      take(new Input.Stopping());
      restartAgent();
      assertEquals(List.of(), effects);
    }
    assertEquals(NEXT, current());
  }

  @Test
  void whatWasGivenUpIsTakenAgainOnlyForAnotherAttempt() {
    install(FREE);
    take(new Input.AppRests());
    tick(FREE);
    assertEquals(List.of(), effects);
    direct(NEXT, 1, Urgency.SOON); // the direction changed for another kind
    tick(FREE);
    assertEquals(List.of(), effects);
    restartAgent();
    direct(NEXT, 1, Urgency.SOON);
    tick(FREE);
    assertEquals(List.of(), effects);
    direct(NEXT, 2, Urgency.SOON);
    tick(FREE);
    assertInstanceOf(Effect.Fetch.class, effects.getFirst());
  }

  @Test
  void aFailureToFetchIsTriedAgainEverMoreSlowly() {
    direct(NEXT, 1, Urgency.SOON);
    tick(FREE);
    for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      take(new Input.NotBuilt(now, NEXT, "unreachable"));
      assertEquals("unreachable", state.why());
      pass(Duration.ofMinutes(minutes).minusSeconds(60), FREE);
      assertEquals(List.of(), effects, minutes + " minutes");
      pass(Duration.ofMinutes(1), FREE);
      tick(FREE);
      assertInstanceOf(Way.Fetching.class, state.way(), minutes + " minutes");
    }
  }

  @Test
  void anOperatorWhoWantsItNowEndsTheRest() {
    direct(NEXT, 1, Urgency.SOON);
    tick(FREE);
    take(new Input.NotBuilt(now, NEXT, "unreachable"));
    take(new Input.Hurried());
    tick(HURRIED);
    assertInstanceOf(Effect.Fetch.class, effects.getFirst());
  }

  @Test
  void aDirectionThatNamesSomethingElseStopsTheFetching() {
    direct(NEXT, 1, Urgency.SOON);
    tick(FREE);
    take(new Input.Directed(now.plus(Duration.ofDays(7)), null));
    assertEquals(List.of(new Effect.StopFetching()), effects);
    take(new Input.Built(NEXT, 2)); // it was quicker
    pass(JITTER, FREE);
    tick(FREE);
    assertEquals(GOOD, state.kept().current());
  }

  @Test
  void whatLiesReadyIsNotInstalledWhenTheDirectionNamesItNoMore() {
    prepare(Urgency.WINDOW);
    take(new Input.Directed(now.plus(Duration.ofDays(7)), null));
    pass(JITTER, FREE);
    tick(FREE);
    assertEquals(GOOD, state.kept().current());
  }

  @Test
  void aDirectionThatHasEndedStartsNothing() {
    prepare(Urgency.WINDOW);
    pass(Duration.ofDays(8), BY_DAY);
    tick(FREE);
    assertEquals(GOOD, state.kept().current());
    direct(new ReleaseRef("0.3.0", hash(3)), 1, Urgency.SOON);
    pass(Duration.ofDays(8), DOWN);
    assertEquals(new Effect.StopFetching(), effects.getLast());
    tick(FREE);
    assertEquals(List.of(), effects);
  }

  @Test
  void twoReleasesOfOneNameAreToldApart() {
    direct(new ReleaseRef(GOOD.release().version(), hash(9)), 1, Urgency.SOON);
    tick(FREE);
    assertInstanceOf(Effect.Fetch.class, effects.getFirst());
  }

  @Test
  void theFirstReleaseHasNothingBehindItAndStays() {
    state = State.NOTHING;
    take(new Input.Begun(now, Kept.NOTHING));
    install(DOWN);
    take(new Input.AppRests());
    pass(Duration.ofHours(1), DOWN);
    assertEquals(NEXT, current());
    pass(Duration.ofMinutes(4), FREE);
    assertNull(state.trial());
    assertEquals(state.kept().current(), state.kept().lastGood());
  }

  private void prepare(Urgency urgency) {
    direct(NEXT, 1, urgency);
    tick(FREE);
    take(new Input.Built(NEXT, 2));
  }

  private void install(Conditions conditions) {
    prepare(Urgency.SOON);
    pass(JITTER, conditions);
    tick(conditions);
    assertEquals(NEXT, current());
    effects.clear();
  }

  private boolean installed() {
    return NEXT.equals(current());
  }

  private ReleaseRef current() {
    Installed current = state.kept().current();
    assertNotNull(current);
    return current.release();
  }

  private void assertFellBack(String why) {
    assertEquals(
        List.of(new Effect.Restart(), new Effect.FellBack(NEXT, GOOD.release(), why)), effects);
    assertEquals(GOOD, state.kept().current());
    assertEquals(new GivenUp(NEXT, 1, why), state.kept().givenUp());
    assertNull(state.trial());
  }

  /// As after a loss of power.
  private void restartAgent() {
    Kept kept = state.kept();
    state = State.NOTHING;
    take(new Input.Begun(now, kept));
  }

  private void direct(ReleaseRef release, int attempt, Urgency urgency) {
    take(new Input.Directed(now.plus(Duration.ofDays(7)), assignment(release, attempt, urgency)));
  }

  private Assignment assignment(ReleaseRef release, int attempt, Urgency urgency) {
    return new Assignment("app", release.version(), release.manifest(), attempt, now, urgency);
  }

  /// Lets time go by, a minute at a time.
  private void pass(Duration time, Conditions conditions) {
    List<Effect> all = new ArrayList<>();
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      now = now.plus(Duration.ofMinutes(1));
      tick(conditions);
      all.addAll(effects);
    }
    effects.clear();
    effects.addAll(all);
  }

  private void tick(Conditions conditions) {
    take(
        new Input.Tick(
            now,
            new Conditions(
                now.plus(clockIsAhead),
                conditions.ready(),
                conditions.serving(),
                conditions.devices(),
                conditions.permit(),
                fetchTime)));
  }

  private void take(Input input) {
    Step step = policy.next(state, input);
    state = step.state();
    effects.clear();
    effects.addAll(step.effects());
  }

  private static Conditions conditions(
      boolean ready, boolean serving, Set<String> devices, Permit permit) {
    return new Conditions(START, ready, serving, devices, permit, true);
  }

  private static ByteString hash(int which) {
    byte[] hash = new byte[32];
    hash[0] = (byte) which;
    return ByteString.copyFrom(hash);
  }
}
