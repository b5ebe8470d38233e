package org.jiujin.console.ingest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BootHistoryTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private final BootHistory history = new BootHistory();

  @Test
  void anAgentThatIsStartedAgainAndAgainIsOneAgent() {
    for (int i = 0; i < 100; i++) {
      assertFalse(history.returned("boot-" + i, AT.plusSeconds(i)));
      assertFalse(history.returned("boot-" + i, AT.plusSeconds(i)), "a rebirth");
    }
  }

  @Test
  void anIdThatComesBackTellsOfTwoAgents() {
    assertFalse(history.returned("a", AT));
    assertFalse(history.returned("b", AT.plusSeconds(1)));
    assertTrue(history.returned("a", AT.plusSeconds(2)));
    assertFalse(history.returned("a", AT.plusSeconds(3)), "told once");
    assertTrue(history.returned("b", AT.plusSeconds(4)));
  }

  @Test
  void remembersOnlyTheLastHour() {
    assertFalse(history.returned("a", AT));
    assertFalse(history.returned("b", AT.plusSeconds(1)));
    assertFalse(history.returned("a", AT.plus(BootHistory.WINDOW)));
  }
}
