package org.jiujin.kiosk.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiujin.kiosk.application.RetryPolicy.Round;
import org.jiujin.kiosk.application.RetryPolicy.State;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private static final List<Round> ROUNDS = List.of(Round.values());

  @Test
  void doublesThePauseUpToTheLongest() {
    var state = new State(0, NOW);
    long[] seconds = {1, 2, 4, 8, 16, 30, 30};
    for (long expected : seconds) {
      state = POLICY.after(state, Round.FAILED, NOW, 0.5);
      assertEquals(NOW.plusSeconds(expected), state.next());
    }
  }

  @Test
  void goesOnAtOnceAfterSuccess() {
    assertEquals(
        new State(0, NOW),
        POLICY.after(new State(5, NOW.plusSeconds(9)), Round.MOVED_ON, NOW, 0.5));
  }

  @Test
  void isNotHurriedWhileThePlatformIsAway() {
    var waiting = new State(3, NOW.plusSeconds(4));
    assertEquals(waiting, POLICY.woken(waiting, NOW));
    assertEquals(new State(0, NOW), POLICY.woken(new State(0, NOW.plusSeconds(30)), NOW));
  }

  @ParameterizedTest
  @MethodSource("seeds") // 200 seeds, 100 rounds each
  void neverWaitsLongerThanTheLongestPauseAndItsSpread(long seed) {
    var random = new Random(seed);
    var state = new State(0, NOW);
    for (int i = 0; i < 100; i++) {
      var round = ROUNDS.get(random.nextInt(ROUNDS.size()));
      state = POLICY.after(state, round, NOW, random.nextDouble());
      var pause = Duration.between(NOW, state.next());
      assertTrue(
          !pause.isNegative() && pause.compareTo(Duration.ofSeconds(36)) <= 0,
          () -> "seed " + seed);
      assertTrue(round != Round.FAILED || pause.toMillis() >= 800, () -> "seed " + seed);
    }
  }

  static LongStream seeds() {
    return Seeds.count(200);
  }
}
