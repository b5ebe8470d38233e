package org.jiujin.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.Test;

class DeviceLaneTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(10);

  @Test
  void worksOnItsOwnNamedThread() {
    try (var lane = new DeviceLane("device-test", () -> {})) {
      assertEquals(
          "device-test", lane.call(LONG, () -> Thread.currentThread().getName(), late -> "late"));
    }
  }

  @Test
  void abandonsAHungCallAndGoesOnWithANewThread() throws InterruptedException {
    var letGo = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    try (var lane = new DeviceLane("device-test", letGo::countDown)) {
      assertEquals(
          "BEGUN",
          lane.call(SHORT, () -> stayDespiteInterrupts(release), DeviceLane.Lateness::name));
      assertTrue(letGo.await(10, TimeUnit.SECONDS), "the driver was told to let go of the port");
      assertEquals("alive", lane.call(LONG, () -> "alive", DeviceLane.Lateness::name));
    } finally {
      release.countDown();
    }
  }

  @Test
  void doesNotCountAnAbandonedThreadAsItsOwn() throws Exception {
    var release = new CountDownLatch(1);
    var verdict = new java.util.concurrent.CompletableFuture<Boolean>();
    try (var lane = new DeviceLane("device-test", () -> {})) {
      var _ =
          lane.call(
              SHORT,
              () -> {
                stayDespiteInterrupts(release);
                verdict.complete(lane.isCurrent());
                return "";
              },
              late -> "");
      release.countDown();
      assertFalse(verdict.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void neverBeginsWorkThatWaitedTooLong() {
    var release = new CountDownLatch(1);
    var ran = new AtomicInteger();
    try (var lane = new DeviceLane("device-test", () -> {})) {
      var busy =
          Thread.ofVirtual()
              .start(() -> lane.call(LONG, () -> stayDespiteInterrupts(release), late -> ""));
      while (busy.getState() != Thread.State.TIMED_WAITING
          && busy.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertEquals(
          "NEVER_BEGUN",
          lane.call(SHORT, () -> "" + ran.incrementAndGet(), DeviceLane.Lateness::name));
      release.countDown();
      assertEquals("next", lane.call(LONG, () -> "next", DeviceLane.Lateness::name));
      assertEquals(0, ran.get());
    }
  }

  @Test
  void handsAMistakeToItsMaker() {
    try (var lane = new DeviceLane("device-test", () -> {})) {
      assertThrows(
          ArithmeticException.class,
          () ->
              lane.call(
                  LONG,
                  () -> {
                    throw new ArithmeticException("mistake");
                  },
                  late -> ""));
    }
  }

  @Test
  @AnnouncesLoggedException(ArithmeticException.class)
  void keepsItsRhythmAfterAMistake() throws InterruptedException {
    var runs = new CountDownLatch(3);
    try (var lane = new DeviceLane("device-test", () -> {})) {
      lane.every(
          Duration.ofMillis(1),
          LONG,
          () -> {
            runs.countDown();
            throw new ArithmeticException("mistake");
          });
      assertTrue(runs.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void refusesToWaitForItself() {
    try (var lane = new DeviceLane("device-test", () -> {})) {
      assertThrows(
          IllegalStateException.class,
          () -> lane.call(LONG, () -> lane.call(LONG, () -> "", late -> ""), late -> ""));
    }
  }

  @Test
  void closesInBoundedTimeThoughACallHangs() {
    var release = new CountDownLatch(1);
    var lane = new DeviceLane("device-test", () -> {});
    var _ =
        Thread.ofVirtual()
            .start(() -> lane.call(LONG, () -> stayDespiteInterrupts(release), late -> ""));
    assertTimeout(Duration.ofSeconds(4), lane::close);
    assertThrows(IllegalStateException.class, () -> lane.call(LONG, () -> "", late -> ""));
    release.countDown();
  }

  /// As a hung native call does.
  private static String stayDespiteInterrupts(CountDownLatch release) {
    while (true) {
      try {
        release.await();
        return "released";
      } catch (InterruptedException ignoredLikeNativeCodeDoes) {
        // once more
      }
    }
  }
}
