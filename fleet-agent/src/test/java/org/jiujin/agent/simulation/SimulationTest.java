package org.jiujin.agent.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.stream.LongStream;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/// The whole agent against everything that happens to it, history by history. One seed is one history; `-Dkiosk.seed=N` tells
/// it alone.
class SimulationTest {
  private static final Logger AGENT = (Logger) LoggerFactory.getLogger("org.jiujin.agent");

  static LongStream seeds() {
    Long alone = Long.getLong("kiosk.seed");
    return alone == null ? Seeds.count(200) : LongStream.of(alone);
  }

  @BeforeAll
  static void
      keepTheLogQuiet() { // a mistake is an exception here: nobody stands at the runner's edge
    AGENT.setLevel(Level.OFF);
  }

  @AfterAll
  static void letTheLogSpeak() {
    AGENT.setLevel(null);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsEveryPromiseAndComesRightInTheEnd(long seed) {
    tell(seed);
  }

  @Test
  void tellsTheSameHistoryForTheSameSeed() {
    assertEquals(tell(9), tell(9));
    assertEquals(tell(12), tell(12));
  }

  private static long tell(long seed) {
    var story = new Story(seed);
    try {
      story.tell();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed " + seed + ": " + e.getMessage() + "\n" + story.world().lastEvents(), e);
    }
    return story.world().traceHash();
  }
}
