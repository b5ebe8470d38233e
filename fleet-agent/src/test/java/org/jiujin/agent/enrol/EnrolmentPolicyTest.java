package org.jiujin.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jiujin.agent.enrol.EnrolmentPolicy.Effect;
import org.jiujin.agent.enrol.EnrolmentPolicy.Input;
import org.jiujin.agent.enrol.EnrolmentPolicy.Moment;
import org.jiujin.agent.enrol.EnrolmentPolicy.State;
import org.jiujin.agent.enrol.EnrolmentPolicy.Step;
import org.jiujin.agent.enrol.EnrolmentPolicy.Timing;
import org.jiujin.fleet.record.RecordBody;
import org.junit.jupiter.api.Test;

class EnrolmentPolicyTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T02:00:00Z");
  private static final Life NINETY = new Life(BEGIN, BEGIN.plus(Duration.ofDays(90)));

  private final EnrolmentPolicy policy = new EnrolmentPolicy(Timing.USUAL, new Random(1));

  @Test
  void makesAClaimFirstAndThenAsks() {
    State state = policy.initial(null, false, at(0));
    Step made = policy.next(state, new Input.Tick(at(0)));
    assertEquals(List.of(new Effect.MakeClaim()), made.effects());
    Step claiming = policy.next(made.state(), new Input.ClaimKept(at(0)));
    Step asks = policy.next(claiming.state(), new Input.Tick(at(0)));
    assertEquals(List.of(new Effect.Ask()), asks.effects());
  }

  @Test
  void showsTheCodeOnlyWhileTheServerIsKnownToHaveIt() {
    State fresh = policy.initial(null, true, at(0));
    assertEquals(Instant.MIN, ((State.Claiming) fresh).shownUntil());
    State waits = policy.next(fresh, new Input.Waits(at(0), Duration.ofSeconds(15))).state();
    assertEquals(at(0).steady().plus(Timing.USUAL.heard()), ((State.Claiming) waits).shownUntil());
    assertEquals(List.of(), policy.next(waits, new Input.Tick(seconds(14))).effects());
    assertEquals(
        List.of(new Effect.Ask()), policy.next(waits, new Input.Tick(seconds(15))).effects());
    State failed = policy.next(waits, new Input.Failed(seconds(15), "unreachable")).state();
    assertEquals(
        at(0).steady().plus(Timing.USUAL.heard()),
        ((State.Claiming) failed).shownUntil(),
        "a fault proves nothing");
  }

  @Test
  void aRefusedClaimIsMadeAnew() {
    State waits = policy.initial(null, true, at(0));
    State refused = policy.next(waits, new Input.Refused(at(0))).state();
    assertInstanceOf(State.Bare.class, refused);
    assertEquals(
        List.of(new Effect.MakeClaim()),
        policy.next(refused, new Input.Tick(seconds(5))).effects());
  }

  @Test
  void renewsAtTwoThirdsOfItsLifeAndAThirtiethLaterAtMost() {
    for (int seed = 0; seed < 50; seed++) {
      State state =
          new EnrolmentPolicy(Timing.USUAL, new Random(seed)).initial(NINETY, false, at(0));
      Instant renewAt = ((State.Enrolled) state).renewAt();
      assertFalse(renewAt.isBefore(BEGIN.plus(Duration.ofDays(60))));
      assertFalse(renewAt.isAfter(BEGIN.plus(Duration.ofDays(63))));
      assertEquals(List.of(), policy.next(state, new Input.Tick(at(59))).effects());
      assertEquals(
          List.of(new Effect.Renew()), policy.next(state, new Input.Tick(at(64))).effects());
    }
  }

  @Test
  void tellsOnceADayThatTheEndIsNearAndThatItIsOver() {
    State state = policy.initial(NINETY, false, at(0));
    state = policy.next(state, new Input.Failed(at(64), "unreachable")).state();
    assertEquals(List.of(), told(policy.next(state, new Input.Tick(at(70)))));
    Step near = policy.next(state, new Input.Tick(at(80)));
    assertEquals(List.of(new RecordBody.CertificateEnding(10, "unreachable")), told(near));
    assertEquals(List.of(), told(policy.next(near.state(), new Input.Tick(at(80)))));
    Step again = policy.next(near.state(), new Input.Tick(at(81)));
    assertEquals(List.of(new RecordBody.CertificateEnding(9, "unreachable")), told(again));
    var fresh = new Life(BEGIN.plus(Duration.ofDays(81)), BEGIN.plus(Duration.ofDays(171)));
    assertEquals(
        List.of(new RecordBody.CertificateRenewed(90)),
        told(policy.next(again.state(), new Input.Kept(at(81), fresh))));
  }

  @Test
  void claimsAnewWhenItWasOffTooLongAndTells() {
    State state = policy.initial(NINETY, false, at(0));
    Step over = policy.next(state, new Input.Tick(at(91)));
    assertEquals(List.of(new RecordBody.CertificateEnding(0, "off")), told(over));
    Step claims = policy.next(over.state(), new Input.Tick(at(91)));
    assertEquals(List.of(new Effect.MakeClaim()), claims.effects());
  }

  @Test
  void takesTheOldCertificateAgainWhenTheClockIsPutRight() {
    State state = policy.initial(NINETY, false, at(0));
    State lost = policy.next(state, new Input.Tick(at(4000))).state();
    State claiming = policy.next(lost, new Input.ClaimKept(at(4000))).state();
    assertInstanceOf(State.Claiming.class, claiming);
    assertInstanceOf(State.Enrolled.class, policy.next(claiming, new Input.Tick(at(1))).state());
  }

  @Test
  void aClockThatIsSetBackDelaysNoAttempt() {
    State state = policy.initial(null, true, at(0));
    State failed = policy.next(state, new Input.Failed(at(0), "unreachable")).state();
    var later = new Moment(Instant.EPOCH, at(0).steady().plus(Duration.ofSeconds(3)));
    assertEquals(List.of(new Effect.Ask()), policy.next(failed, new Input.Tick(later)).effects());
  }

  @Test
  void waitsLongerAfterEachFaultWithFullJitterAndNeverTooLong() {
    State state = policy.initial(null, true, at(0));
    for (int failures = 1; failures < 40; failures++) {
      state = policy.next(state, new Input.Failed(at(0), "unreachable")).state();
      Duration wait = Duration.between(at(0).steady(), ((State.Claiming) state).tryAt());
      Duration ceiling = Duration.ofSeconds(Math.min(300, 1L << Math.min(failures, 20)));
      assertTrue(!wait.isNegative() && wait.compareTo(ceiling) <= 0, wait::toString);
    }
  }

  private static List<RecordBody> told(Step step) {
    return step.effects().stream()
        .filter(Effect.Tell.class::isInstance)
        .map(effect -> ((Effect.Tell) effect).body())
        .toList();
  }

  private static Moment at(int day) {
    return new Moment(BEGIN.plus(Duration.ofDays(day)), Instant.EPOCH.plus(Duration.ofDays(day)));
  }

  private static Moment seconds(int seconds) {
    return new Moment(BEGIN.plusSeconds(seconds), Instant.EPOCH.plusSeconds(seconds));
  }
}
