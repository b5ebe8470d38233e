package org.jiujin.device.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiujin.device.Eventually;
import org.junit.jupiter.api.Test;

/// What every document camera must do, beyond what all cameras do.
public interface DocumentCameraContract extends CameraContract<PagePicture> {
  @Override
  DocumentCamera camera();

  /// Lays a page under the camera that can be read.
  void layPage();

  /// Leaves the desk empty.
  void clear();

  @Override
  default void showGood() {
    layPage();
  }

  @Override
  default void showNothing() {
    clear();
  }

  @Test
  default void takesAPageThatLiesStill() {
    layPage();
    var taken = assertInstanceOf(CaptureOutcome.Captured.class, camera().capture(PATIENCE));
    var page = (PagePicture) taken.picture();
    assertEquals(4, page.corners().size());
    assertEquals(Frame.Encoding.BGR, page.page().encoding());
    assertTrue(page.toString().contains("masked"), page.toString());
    page.wipe();
    assertArrayEquals(new byte[page.page().bytes().length], page.page().bytes());
  }

  @Test
  default void saysWhatIsWrongWhenThereIsNoPage() {
    clear();
    var outcome = camera().capture(Duration.ofSeconds(5));
    var verdicts =
        assertInstanceOf(CaptureOutcome.NotGood.class, outcome, outcome::toString).verdicts();
    assertEquals(PageFlaw.NO_PAGE, ((Verdict) verdicts.getFirst()).flaw());
  }

  @Test
  default void showsWhereThePageLies() {
    layPage();
    var outlined = new AtomicBoolean();
    try (var _ =
        camera().preview(preview -> outlined.compareAndSet(false, preview.outline().size() == 4))) {
      Eventually.within(PATIENCE, () -> "an outline", outlined::get);
    }
  }
}
