package org.jiujin.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class TouchGuardTest {
  private static final Instant START = Instant.parse("2026-11-23T04:00:00Z");
  private static final Point2D HERE = new Point2D(500, 500);
  private final TouchGuard guard = new TouchGuard(4.03);

  @Test
  void ignoresASecondTouchAtTheSamePlaceTooSoon() {
    assertTrue(guard.takes(HERE, START, TouchGuard.STANDARD));
    assertFalse(guard.takes(HERE.add(10, 10), START.plusMillis(200), TouchGuard.STANDARD));
    assertTrue(guard.takes(HERE, START.plusMillis(301), TouchGuard.STANDARD));
  }

  @Test
  void takesAnotherKeyAtOnce() {
    assertTrue(guard.takes(HERE, START, TouchGuard.ELDER));
    assertTrue(guard.takes(HERE.add(90, 0), START.plusMillis(50), TouchGuard.ELDER));
  }

  @Test
  void givesEldersMoreTime() {
    assertTrue(guard.takes(HERE, START, TouchGuard.ELDER));
    assertFalse(guard.takes(HERE, START.plusMillis(400), TouchGuard.ELDER));
  }
}
