package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jiujin.agent.link.LinkPolicy.Effect;
import org.jiujin.agent.link.LinkPolicy.Input;
import org.jiujin.agent.link.LinkPolicy.PrimaryHost;
import org.jiujin.agent.link.LinkPolicy.State;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkPolicyTest {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final LinkPolicy.Timing TIMING =
      new LinkPolicy.Timing(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(10));

  static LongStream seeds() {
    return Seeds.count(500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverConnectsBeforeTheRetryInstantAndNeverTwiceAtOnce(long seed) {
    var random = new Random(seed);
    PrimaryHost[] hosts = PrimaryHost.values();
    var policy = new LinkPolicy(TIMING, hosts[(int) (seed % hosts.length)], random);
    State state = LinkPolicy.initial();
    Instant now = START;
    boolean clientExists = false;
    for (int i = 0; i < 200; i++) {
      now = now.plusMillis(random.nextInt(4000));
      State before = state;
      LinkPolicy.Step step = policy.next(state, input(random, now));
      state = step.state();
      for (Effect effect : step.effects()) {
        if (effect == Effect.CONNECT) {
          var off = assertInstanceOf(State.Offline.class, before, "seed " + seed);
          assertFalse(now.isBefore(off.retryAt()), "too early, seed " + seed);
          assertFalse(clientExists, "an old client still exists, seed " + seed);
          clientExists = true;
        } else if (effect == Effect.PUBLISH_BIRTHS) {
          assertTrue(clientExists, "no client to publish with, seed " + seed);
          assertInstanceOf(State.Online.class, state, "births of a node that waits, seed " + seed);
        } else {
          clientExists = false;
        }
      }
      boolean needsClient =
          state instanceof State.Connecting
              || state instanceof State.Waiting
              || state instanceof State.Online;
      assertEquals(needsClient, clientExists, "client and state disagree, seed " + seed);
      if (state instanceof State.Closed) {
        return;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void waitsNeverLongerThanTheCeilingOfTheFailure(long seed) {
    var policy = new LinkPolicy(TIMING, new Random(seed));
    State state = LinkPolicy.initial();
    Instant now = START;
    for (int failures = 1; failures <= 70; failures++) {
      state = policy.next(state, new Input.Tick(now)).state();
      state = policy.next(state, new Input.Refused(now, "no")).state();
      var off = assertInstanceOf(State.Offline.class, state);
      assertEquals(failures, off.failures());
      long ceiling = failures > 6 ? 60 : Math.min(60, 1L << (failures - 1));
      Duration wait = Duration.between(now, off.retryAt());
      assertTrue(wait.compareTo(Duration.ofSeconds(ceiling)) <= 0, wait + " at " + failures);
      now = off.retryAt();
    }
  }

  @Test
  void spreadsTerminalsOverTheWholeWait() {
    var random = new Random(7);
    var policy = new LinkPolicy(TIMING, random);
    var online = new State.Online(START);
    long early =
        LongStream.range(0, 1000)
            .filter(_ ->
                policy.next(online, new Input.Lost(START, "restart")).state()
                        instanceof State.Offline off
                    && off.retryAt().isBefore(START.plusMillis(500)))
            .count();
    assertTrue(early > 400 && early < 600, early + " of 1000 in the first half of the wait");
  }

  @Test
  void givesUpAConnectThatNeverAnswers() {
    var policy = new LinkPolicy(TIMING, RandomGenerator.getDefault());
    State connecting = policy.next(LinkPolicy.initial(), new Input.Tick(START)).state();
    assertEquals(
        List.of(), policy.next(connecting, new Input.Tick(START.plusSeconds(9))).effects());
    LinkPolicy.Step late = policy.next(connecting, new Input.Tick(START.plusSeconds(10)));
    assertInstanceOf(State.Offline.class, late.state());
    assertEquals(List.of(Effect.DROP), late.effects());
  }

  @Test
  void saysGoodByeOnlyWhenOnline() {
    var policy = new LinkPolicy(TIMING, RandomGenerator.getDefault());
    var stop = new Input.StopRequested();
    assertEquals(List.of(Effect.LEAVE), policy.next(new State.Online(START), stop).effects());
    assertEquals(List.of(Effect.DROP), policy.next(new State.Connecting(0, START), stop).effects());
    assertEquals(List.of(), policy.next(LinkPolicy.initial(), stop).effects());
  }

  @Test // message-flow-edge-node-birth-publish-phid-wait
  void waitsForItsHostAndForNothingElse() {
    var policy = new LinkPolicy(TIMING, PrimaryHost.AWAITED, RandomGenerator.getDefault());
    State state = new State.Connecting(3, START.plusSeconds(10));
    LinkPolicy.Step accepted = policy.next(state, new Input.Accepted(START));
    assertEquals(new State.Waiting(3, Instant.MAX), accepted.state());
    assertEquals(List.of(), accepted.effects());
    Instant late = START.plusSeconds(86_400);
    assertEquals(accepted.state(), policy.next(accepted.state(), new Input.Tick(late)).state());
    assertEquals(
        accepted.state(), policy.next(accepted.state(), new Input.HostOffline(late)).state());
    LinkPolicy.Step born = policy.next(accepted.state(), new Input.HostOnline(late));
    assertEquals(new State.Online(late), born.state());
    assertEquals(List.of(Effect.PUBLISH_BIRTHS), born.effects());
  }

  @Test // operational-behavior-primary-application-state-with-multiple-servers-walk
  void looksForItsHostAtTheNextBroker() {
    var policy = new LinkPolicy(TIMING, PrimaryHost.SOUGHT, RandomGenerator.getDefault());
    State waiting = policy.next(new State.Connecting(0, START), new Input.Accepted(START)).state();
    LinkPolicy.Step gone = policy.next(waiting, new Input.HostOffline(START));
    assertInstanceOf(State.Offline.class, gone.state());
    assertEquals(List.of(Effect.WITHDRAW), gone.effects());
    LinkPolicy.Step silent = policy.next(waiting, new Input.Tick(START.plusSeconds(10)));
    assertInstanceOf(State.Offline.class, silent.state());
    assertEquals(List.of(Effect.WITHDRAW), silent.effects());
  }

  @Test // operational-behavior-edge-node-termination-host-offline-reconnect
  void leavesWithItsHostAndTriesTheNextBrokerAtOnce() {
    var policy = new LinkPolicy(TIMING, PrimaryHost.SOUGHT, RandomGenerator.getDefault());
    LinkPolicy.Step left = policy.next(new State.Online(START), new Input.HostOffline(START));
    assertEquals(new State.Offline(0, START), left.state());
    assertEquals(List.of(Effect.LEAVE), left.effects());
  }

  @Test
  void withdrawsSilentlyFromABrokerAtWhichNothingWasBorn() {
    var policy = new LinkPolicy(TIMING, PrimaryHost.AWAITED, RandomGenerator.getDefault());
    LinkPolicy.Step left =
        policy.next(new State.Waiting(0, Instant.MAX), new Input.StopRequested());
    assertEquals(new State.Closed(), left.state());
    assertEquals(List.of(Effect.WITHDRAW), left.effects());
  }

  @Test
  void comesAgainAtOnceWithANewerCertificate() {
    var policy = new LinkPolicy(TIMING, RandomGenerator.getDefault());
    LinkPolicy.Step left = policy.next(new State.Online(START), new Input.Outlived(START));
    assertEquals(new State.Offline(0, START), left.state());
    assertEquals(List.of(Effect.LEAVE), left.effects());
  }

  private static Input input(Random random, Instant now) {
    return switch (random.nextInt(14)) {
      case 0, 1 -> new Input.Accepted(now);
      case 2 -> new Input.Refused(now, "refused");
      case 3 -> new Input.Lost(now, "lost");
      case 5 -> new Input.HostOnline(now);
      case 6 -> new Input.HostOffline(now);
      case 7 -> new Input.Outlived(now);
      case 4 -> random.nextInt(20) == 0 ? new Input.StopRequested() : new Input.Tick(now);
      default -> new Input.Tick(now);
    };
  }
}
