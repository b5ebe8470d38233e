package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jiujin.fleet.local.LocalMessage.AuditHead;
import org.junit.jupiter.api.Test;

class HeadPaceTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

  private final AtomicReference<Optional<HeadSource.Told>> now =
      new AtomicReference<>(Optional.empty());
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE); // it may run over
  private final HeadPace pace = new HeadPace(now::get, nanos::get);

  static AuditHead head(long count) {
    return new AuditHead("0123456789abcdef", count, "%064x".formatted(count), AT, 0);
  }

  @Test
  void tellsTheFirstHeadAtOnceAndTheSameOneOnce() {
    assertEquals(Optional.empty(), pace.due());
    is(head(3), 2);
    assertEquals(Optional.of(head(3)), pace.due());
    assertEquals(Optional.empty(), pace.due());
    pass(HeadPace.EVERY.toNanos());
    assertEquals(Optional.empty(), pace.due());
  }

  @Test
  void tellsAnotherHeadOnceAMinute() {
    is(head(3), 2);
    assertEquals(Optional.of(head(3)), pace.due());
    pass(HeadPace.EVERY.toNanos() - 1);
    is(head(5), 2);
    assertEquals(Optional.empty(), pace.due());
    pass(1);
    is(head(6), 2);
    assertEquals(Optional.of(head(6)), pace.due());
    is(head(7), 2);
    assertEquals(Optional.empty(), pace.due());
  }

  @Test
  void tellsTheEndOfASessionAnotherChainAndADiskThatRefusesAtOnce() {
    is(head(3), 2);
    assertEquals(Optional.of(head(3)), pace.due());
    is(head(9), 8);
    assertEquals(Optional.of(head(9)), pace.due());
    is(head(10), 8);
    assertEquals(Optional.empty(), pace.due(), "that session was told");
    var refused = new AuditHead("0123456789abcdef", 10, "%064x".formatted(10), AT, 2);
    is(refused, 8);
    assertEquals(Optional.of(refused), pace.due());
    var more = new AuditHead("0123456789abcdef", 10, "%064x".formatted(10), AT, 3);
    is(more, 8);
    assertEquals(Optional.empty(), pace.due());
    var other = new AuditHead("fedcba9876543210", 1, "%064x".formatted(1), AT, 3);
    is(other, 0);
    assertEquals(Optional.of(other), pace.due());
  }

  private void is(AuditHead head, long sessionEnd) {
    now.set(Optional.of(new HeadSource.Told(head, sessionEnd)));
  }

  private void pass(long some) {
    nanos.addAndGet(some);
  }
}
