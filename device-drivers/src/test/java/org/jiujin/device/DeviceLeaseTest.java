package org.jiujin.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeviceLeaseTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
  private final AtomicInteger ended = new AtomicInteger();
  private final DeviceLease lease = new DeviceLease(now::get, ended::incrementAndGet);

  @Test
  void belongsToOneSessionAtATime() {
    assertTrue(lease.acquire("first", MINUTE));
    assertFalse(lease.acquire("second", MINUTE));
    assertTrue(lease.heldBy("first"));
    assertFalse(lease.heldBy("second"));
  }

  @Test
  void isRenewedByItsOwner() {
    lease.acquire("first", MINUTE);
    now.set(now.get().plusSeconds(50));
    assertTrue(lease.acquire("first", MINUTE));
    now.set(now.get().plusSeconds(50));
    assertTrue(lease.heldBy("first"));
    assertEquals(0, ended.get());
  }

  @Test
  void endsByItselfWhenTheSessionCrashed() {
    lease.acquire("first", MINUTE);
    now.set(now.get().plus(MINUTE));
    assertFalse(lease.heldBy("first"));
    assertTrue(lease.acquire("second", MINUTE));
    assertEquals(1, ended.get(), "work of the crashed session is ended");
  }

  @Test
  void isGivenBackByItsOwnerOnly() {
    lease.acquire("first", MINUTE);
    lease.release("second");
    assertTrue(lease.heldBy("first"));
    lease.release("first");
    assertFalse(lease.heldBy("first"));
    assertEquals(1, ended.get());
  }

  @Test
  void admitsOnlyTheHolderWhileItIsHeld() {
    assertTrue(lease.admitsCaller(), "free for all while nobody holds it");
    lease.acquire("first", MINUTE);
    assertFalse(lease.admitsCaller());
    assertTrue(DeviceLease.as("first", lease::admitsCaller));
    assertFalse(DeviceLease.as("second", lease::admitsCaller));
    now.set(now.get().plus(MINUTE));
    assertTrue(lease.admitsCaller(), "a crashed session holds nothing");
  }

  @Test
  void endsOnceWhenItsTimeIsOver() {
    lease.acquire("first", MINUTE);
    lease.endIfOver();
    assertEquals(0, ended.get());
    now.set(now.get().plus(MINUTE));
    lease.endIfOver();
    lease.endIfOver();
    assertEquals(1, ended.get());
  }
}
