package org.jiujin.console.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;
import org.jiujin.console.ingest.SessionPolicy.Input;
import org.jiujin.console.ingest.SessionPolicy.Session;
import org.jiujin.console.ingest.SessionPolicy.Step;
import org.jiujin.console.ingest.SessionPolicy.Verdict;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionPolicyTest {
  private static final Session ALIVE = new Session.Alive(7, 41);

  @Test
  void takesTheNextNumber() {
    assertEquals(
        new Step(new Session.Alive(7, 42), Verdict.TAKE),
        SessionPolicy.next(ALIVE, new Input.Sequenced(42)));
  }

  @Test
  void startsAgainAtZeroAfter255() {
    assertEquals(
        Verdict.TAKE,
        SessionPolicy.next(new Session.Alive(7, 255), new Input.Sequenced(0)).verdict());
  }

  @Test
  void asksOnceForAGapAndThenGoesOn() {
    Step gap = SessionPolicy.next(ALIVE, new Input.Sequenced(44));
    assertEquals(Verdict.TAKE_AND_ASK, gap.verdict());
    assertEquals(
        Verdict.TAKE, SessionPolicy.next(gap.session(), new Input.Sequenced(45)).verdict());
  }

  @Test
  void asksWhenDataComesWithoutABirth() {
    assertEquals(
        Verdict.ASK, SessionPolicy.next(new Session.Unknown(), new Input.Sequenced(3)).verdict());
    assertEquals(
        Verdict.ASK,
        SessionPolicy.next(new Session.Remembered(7), new Input.Sequenced(3)).verdict());
    assertEquals(
        Verdict.ASK, SessionPolicy.next(new Session.Dead(7), new Input.Sequenced(3)).verdict());
  }

  @Test // tck-id-operational-behavior-host-application-death-bdSeq and its kin: fleet reference,
  // 2.2
  void ignoresTheLateWillOfAnOlderConnection() {
    assertEquals(
        new Step(ALIVE, Verdict.IGNORE), SessionPolicy.next(ALIVE, new Input.NodeDeath(6)));
  }

  @Test
  void ignoresTheSecondDeathOfOneConnection() {
    Session dead = SessionPolicy.next(ALIVE, new Input.NodeDeath(7)).session();
    assertInstanceOf(Session.Dead.class, dead);
    assertEquals(Verdict.IGNORE, SessionPolicy.next(dead, new Input.NodeDeath(7)).verdict());
  }

  @Test
  void believesTheDeathOfARememberedTerminal() {
    assertEquals(
        new Step(new Session.Dead(7), Verdict.TAKE),
        SessionPolicy.next(new Session.Remembered(7), new Input.NodeDeath(7)));
  }

  /// A terminal that plays by the rules over a lossy line, against a model that knows the truth.
  @ParameterizedTest
  @MethodSource("seeds")
  void findsEveryLossAndNothingElse(long seed) {
    var random = new Random(seed);
    Session session = new Session.Unknown();
    int bdSeq = 0;
    int seq = 0;
    boolean lost = false;
    session = SessionPolicy.next(session, new Input.NodeBirth(bdSeq, seq)).session();
    for (int step = 0; step < 300; step++) {
      int dice = random.nextInt(20);
      if (dice == 0) {
        bdSeq = (bdSeq + 1) % 256;
        seq = 0;
        session = SessionPolicy.next(session, new Input.NodeBirth(bdSeq, seq)).session();
        Step late = SessionPolicy.next(session, new Input.NodeDeath((bdSeq + 255) % 256));
        assertEquals(Verdict.IGNORE, late.verdict(), "late will, seed " + seed);
        lost = false;
      } else {
        seq = (seq + 1) % 256;
        if (dice == 1) {
          lost = true; // it never arrives
        } else {
          Step heard = SessionPolicy.next(session, new Input.Sequenced(seq));
          assertEquals(lost ? Verdict.TAKE_AND_ASK : Verdict.TAKE, heard.verdict(), "seed " + seed);
          session = heard.session();
          lost = false;
        }
      }
    }
    assertTrue(session instanceof Session.Alive);
  }

  static LongStream seeds() {
    return Seeds.count(200);
  }
}
