package org.jiujin.device.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.scanner.GreyFrame;
import org.junit.jupiter.api.Test;

/// What every camera must do, however it is connected and whatever it takes pictures of.
///
/// @param <P> what it takes pictures of
public interface CameraContract<P> {
  Duration PATIENCE = Duration.ofSeconds(20);

  /// The camera under test; ready, or about to be.
  Camera<P> camera();

  /// Shows the camera what it can take a good picture of.
  void showGood();

  /// Shows the camera nothing that it looks for.
  void showNothing();

  void pull();

  void plug();

  @Test
  default void showsWhatItSeesUntilTheViewerCloses() {
    showGood();
    var seen = new AtomicInteger();
    try (var _ = camera().preview(_ -> seen.incrementAndGet())) {
      Eventually.within(PATIENCE, () -> "3 frames, not " + seen, () -> seen.get() >= 3);
    }
    camera().capture(Duration.ofMillis(1)); // whatever was under way is over after this
    int atClose = seen.get();
    var other = new AtomicInteger();
    try (var _ = camera().watch(_ -> other.incrementAndGet())) {
      Eventually.within(PATIENCE, () -> "3 grey frames", () -> other.get() >= 3);
    }
    assertTrue(seen.get() <= atClose + 1, "no frames after the end");
  }

  @Test
  default void givesScannersGreyFrames() {
    showGood();
    var frame = new CompletableFuture<GreyFrame>();
    try (var _ = camera().watch(frame::complete)) {
      Eventually.within(PATIENCE, () -> "a frame", frame::isDone);
    }
    assertTrue(frame.join().width() > 0);
  }

  @Test
  default void endsWaitingWhenCancelled() throws Exception {
    showNothing();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var seen = new CompletableFuture<Preview>();
      try (var _ = camera().preview(seen::complete)) {
        var outcome = threads.submit(() -> camera().capture(Duration.ofSeconds(60)));
        Eventually.within(PATIENCE, () -> "a frame", seen::isDone);
        Eventually.within(
            PATIENCE,
            () -> "cancelled",
            () -> {
              camera().cancel();
              return outcome.isDone();
            });
        assertInstanceOf(CaptureOutcome.Cancelled.class, outcome.get(2, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  default void worksForTheSessionThatHoldsItOnly() {
    showGood();
    assertTrue(camera().lease().acquire("session", Duration.ofMinutes(1)));
    var refused = assertInstanceOf(CaptureOutcome.Refused.class, camera().capture(PATIENCE));
    assertEquals(Fault.Code.IN_USE, refused.fault().code());
    assertInstanceOf(
        CaptureOutcome.Captured.class, DeviceLease.as("session", () -> camera().capture(PATIENCE)));
    var seen = new AtomicInteger();
    var own = DeviceLease.as("session", () -> camera().preview(_ -> seen.incrementAndGet()));
    Eventually.within(PATIENCE, () -> "frames", () -> seen.get() > 0);
    camera().lease().release("session");
    var next = new AtomicInteger();
    int atEnd = seen.get();
    try (var _ = camera().preview(_ -> next.incrementAndGet())) {
      Eventually.within(PATIENCE, () -> "frames for the next", () -> next.get() >= 3);
    }
    assertTrue(seen.get() <= atEnd + 1, "a preview ends with its session");
    own.close();
  }

  @Test
  default void comesBackAfterItWasPulled() {
    showGood();
    Eventually.within(
        PATIENCE, () -> "ready " + camera().status(), () -> camera().status().usable());
    pull();
    Eventually.within(
        PATIENCE, () -> "gone but " + camera().status(), () -> !camera().status().usable());
    assertInstanceOf(CaptureOutcome.Refused.class, camera().capture(Duration.ofSeconds(2)));
    plug();
    showGood();
    Eventually.within(
        PATIENCE, () -> "back but " + camera().status(), () -> camera().status().usable());
    assertInstanceOf(CaptureOutcome.Captured.class, camera().capture(PATIENCE));
  }

  @Test
  default void refusesCallsAfterItsEnd() {
    camera().close();
    camera().close();
    assertThrows(IllegalStateException.class, () -> camera().capture(PATIENCE));
    assertThrows(IllegalStateException.class, () -> camera().preview(_ -> {}));
    assertFalse(camera().description().model().isEmpty());
  }
}
