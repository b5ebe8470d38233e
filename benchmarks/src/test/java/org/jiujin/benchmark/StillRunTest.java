package org.jiujin.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiujin.device.scanner.GreyFrame;
import org.junit.jupiter.api.Test;

class StillRunTest {
  private static final Candidate RIGHT = new Candidate("right", () -> _ -> Optional.of("text"));
  private static final Candidate WRONG = new Candidate("wrong", () -> _ -> Optional.of("other"));
  private static final Candidate BLIND = new Candidate("blind", () -> _ -> Optional.empty());

  @Test
  void givesEveryCandidateEveryInputOnce() {
    var tallies = new StillRun(List.of(RIGHT, WRONG, BLIND), 1).run(inputs(12));
    tallies.values().forEach(tally -> assertEquals(12, tally.inputs()));
  }

  @Test
  void countsAWrongTextAsWrongAndNoTextAsNotRead() {
    var tallies = new StillRun(List.of(RIGHT, WRONG, BLIND), 1).run(inputs(12));
    assertEquals(12, Objects.requireNonNull(tallies.get(RIGHT)).right());
    assertEquals(6, Objects.requireNonNull(tallies.get(RIGHT)).right("even"));
    assertEquals(12, Objects.requireNonNull(tallies.get(WRONG)).wrong());
    assertEquals(0, Objects.requireNonNull(tallies.get(BLIND)).right());
    assertEquals(0, Objects.requireNonNull(tallies.get(BLIND)).wrong());
  }

  @Test
  void shufflesTheOrderForEachInputTheSameWayForTheSameSeed() {
    assertEquals(orders(3), orders(3));
    assertNotEquals(orders(3), orders(4));
  }

  private static List<List<Integer>> orders(long seed) {
    var turns = new Turns(seed);
    var orders = new ArrayList<List<Integer>>();
    for (int i = 0; i < 10; i++) {
      orders.add(turns.shuffled(List.of(1, 2, 3, 4)));
    }
    return orders;
  }

  private static List<Input> inputs(int count) {
    var frame = new GreyFrame(1, 1, new byte[1]);
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Input(i % 2 == 0 ? "even" : "odd", () -> new Input.Picture(frame, List.of("text"))))
        .toList();
  }
}
