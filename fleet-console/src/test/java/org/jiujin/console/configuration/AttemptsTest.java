package org.jiujin.console.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final String ONE = "T621121001";

  private final Attempts attempts = new Attempts(Duration.ofSeconds(10), Duration.ofMinutes(1), 2);
  private Instant now = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void waitsTwiceAsLongEachTimeUpToALimitAndBeginsAnewWithAnotherVersion() {
    for (long wait : List.of(10, 20, 40, 60, 60)) {
      assertTrue(attempts.may(ONE, 1, now));
      attempts.sent(ONE, 1, "c", now);
      now = now.plusSeconds(wait - 1);
      assertFalse(attempts.may(ONE, 1, now));
      assertEquals(List.of(), attempts.due(now));
      now = now.plusSeconds(1);
      assertEquals(List.of(ONE), attempts.due(now));
    }
    assertTrue(attempts.isOpen(ONE, 1));
    assertFalse(attempts.isOpen(ONE, 2));
    attempts.sent(ONE, 1, "c", now);
    assertTrue(attempts.may(ONE, 2, now));
    attempts.sent(ONE, 2, "d", now);
    assertEquals(Optional.of(2L), attempts.versionIn(ONE, "d"));
    assertEquals(Optional.empty(), attempts.versionIn(ONE, "c"), "an old command");
    attempts.settled(ONE);
    assertEquals(List.of(), attempts.due(now.plusSeconds(1000)));
  }

  @Test
  void neverTellsMoreThanSoManyInASecond() {
    int sent = 0;
    for (int i = 0; i < 10; i++) {
      if (attempts.may("T" + i, 1, now)) {
        attempts.sent("T" + i, 1, "c" + i, now);
        sent++;
      }
    }
    assertEquals(2, sent);
    now = now.plusSeconds(1);
    assertTrue(attempts.may("T9", 1, now));
  }
}
