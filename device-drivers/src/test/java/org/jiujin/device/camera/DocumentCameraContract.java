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
import java.util.concurrent.atomic.AtomicReference;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.scanner.GreyFrame;
import org.junit.jupiter.api.Test;

/// What every document camera must do, however it is connected.
public interface DocumentCameraContract {
  Duration PATIENCE = Duration.ofSeconds(20);

  /// The camera under test; ready, or about to be.
  DocumentCamera camera();

  /// Lays a page under the camera that can be read.
  void layPage();

  /// Leaves the desk empty.
  void clear();

  void pull();

  void plug();

  @Test
  default void takesAPageThatLiesStill() {
    layPage();
    var taken = assertInstanceOf(CaptureOutcome.Captured.class, camera().capture(PATIENCE));
    var page = (PagePicture) taken.picture();
    assertEquals(4, page.corners().size());
    assertEquals(Frame.Encoding.BGR, page.page().encoding());
    assertTrue(page.toString().contains("masked"), page.toString());
    page.wipe();
    for (byte b : page.page().bytes()) {
      assertEquals(0, b);
    }
  }

  @Test
  default void saysWhatIsWrongWhenThereIsNoPage() {
    clear();
    var outcome = camera().capture(Duration.ofSeconds(5));
    var verdicts = assertInstanceOf(CaptureOutcome.NotGood.class, outcome).verdicts();
    assertEquals(PageFlaw.NO_PAGE, ((Verdict) verdicts.getFirst()).flaw());
  }

  @Test
  default void showsWhatItSeesUntilTheViewerCloses() {
    layPage();
    var seen = new AtomicInteger();
    var last = new AtomicReference<Preview>();
    try (var _ =
        camera()
            .preview(preview -> {
              last.set(preview);
              seen.incrementAndGet();
            })) {
      Eventually.within(PATIENCE, () -> "3 frames, not " + seen, () -> seen.get() >= 3);
      Eventually.within(PATIENCE, () -> "an outline", () -> last.get().outline().size() == 4);
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
    layPage();
    var frame = new CompletableFuture<GreyFrame>();
    try (var _ = camera().watch(frame::complete)) {
      Eventually.within(PATIENCE, () -> "a frame", frame::isDone);
    }
    assertTrue(frame.join().width() > 0);
  }

  @Test
  default void endsWaitingWhenCancelled() throws Exception {
    clear();
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
    layPage();
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
    layPage();
    Eventually.within(
        PATIENCE, () -> "ready " + camera().status(), () -> camera().status().usable());
    pull();
    Eventually.within(
        PATIENCE, () -> "gone but " + camera().status(), () -> !camera().status().usable());
    assertInstanceOf(CaptureOutcome.Refused.class, camera().capture(Duration.ofSeconds(2)));
    plug();
    layPage();
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
