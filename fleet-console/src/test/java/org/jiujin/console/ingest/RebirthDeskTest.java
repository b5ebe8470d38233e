package org.jiujin.console.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RebirthDeskTest {
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CONFIRM = Duration.ofSeconds(45);
  private static final TerminalId ONE = new TerminalId("GS-621121", "T621121001");

  private final RebirthDesk desk =
      new RebirthDesk(new TokenBucket(10, 20, START), PATIENCE, CONFIRM);

  @Test
  void asksATerminalOnceWhileItHasTimeToAnswer() {
    desk.ask(ONE, START);
    desk.ask(ONE, START);
    assertEquals(List.of(ONE), desk.due(START));
    desk.ask(ONE, START.plusSeconds(29));
    assertEquals(List.of(), desk.due(START.plusSeconds(29)));
    desk.ask(ONE, START.plusSeconds(30));
    assertEquals(List.of(ONE), desk.due(START.plusSeconds(30)));
  }

  @Test
  void asksAgainAtOnceAfterAnAnswer() {
    desk.ask(ONE, START);
    assertEquals(1, desk.due(START).size());
    desk.settled(ONE);
    desk.ask(ONE, START.plusSeconds(1));
    assertEquals(List.of(ONE), desk.due(START.plusSeconds(1)));
  }

  @Test
  void namesASilentTerminalOnce() {
    desk.confirm(ONE, START);
    assertEquals(List.of(ONE), desk.due(START));
    assertEquals(List.of(), desk.silent(START.plusSeconds(44)));
    assertEquals(List.of(ONE), desk.silent(START.plusSeconds(45)));
    assertEquals(List.of(), desk.silent(START.plusSeconds(99)));
  }

  @Test
  void doesNotCallATerminalSilentThatWasNotAskedYet() {
    var starved = new RebirthDesk(new TokenBucket(1, 1, START), PATIENCE, CONFIRM);
    var other = new TerminalId("GS-621121", "T621121002");
    starved.confirm(ONE, START);
    starved.confirm(other, START);
    assertEquals(List.of(ONE), starved.due(START));
    assertEquals(List.of(ONE), starved.silent(START.plus(CONFIRM)));
    assertEquals(List.of(other), starved.due(START.plus(CONFIRM)));
  }

  @Test
  void leavesATerminalInPeaceThatSpoke() {
    desk.confirm(ONE, START);
    assertEquals(1, desk.due(START).size());
    desk.heard(ONE);
    assertEquals(List.of(), desk.silent(START.plus(CONFIRM)));
  }

  /// A province with gaps everywhere: nobody is forgotten, and never more are asked than the bucket lets through.
  @ParameterizedTest
  @MethodSource("seeds")
  void spreadsAStormOut(long seed) {
    var random = new Random(seed);
    Map<TerminalId, Integer> asked = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      desk.ask(new TerminalId("GS-621121", "T" + i), START);
    }
    Instant now = START;
    int total = 0;
    while (total < 500) {
      List<TerminalId> due = desk.due(now);
      due.forEach(id -> asked.merge(id, 1, Integer::sum));
      total += due.size();
      double allowed = 20 + Duration.between(START, now).toMillis() / 100.0;
      assertTrue(total <= allowed + 1e-6, total + " asked by " + now + ", seed " + seed);
      now = now.plusMillis(random.nextLong(400) + 1);
      assertTrue(now.isBefore(START.plusSeconds(60)), "starved, seed " + seed);
    }
    assertTrue(asked.values().stream().allMatch(times -> times == 1), "seed " + seed);
  }

  static LongStream seeds() {
    return Seeds.count(50);
  }
}
