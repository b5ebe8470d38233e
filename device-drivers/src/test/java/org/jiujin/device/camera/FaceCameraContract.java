package org.jiujin.device.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.Eventually;
import org.junit.jupiter.api.Test;

/// What every face camera must do, beyond what all cameras do.
public interface FaceCameraContract extends CameraContract<FacePicture> {
  @Override
  FaceCamera camera();

  /// Somebody stands before the camera and looks at it.
  void lookHere();

  /// Two people stand before the camera.
  void twoLookHere();

  /// Leaves only the wall.
  void goAway();

  @Override
  default void showGood() {
    lookHere();
  }

  @Override
  default void showNothing() {
    goAway();
  }

  @Test
  default void isAFaceCamera() {
    assertEquals(DeviceDescription.Kind.FACE_CAMERA, camera().description().kind());
  }

  @Test
  default void takesAFaceThatLooksHere() {
    lookHere();
    var taken = assertInstanceOf(CaptureOutcome.Captured.class, camera().capture(PATIENCE));
    var face = (FacePicture) taken.picture();
    assertEquals(Frame.Encoding.BGR, face.picture().encoding());
    var where = face.face();
    assertTrue(where.width() > 0 && where.height() > 0, where::toString);
    assertTrue(where.x() >= 0 && where.x() + where.width() <= 1, where::toString);
    assertTrue(where.y() >= 0 && where.y() + where.height() <= 1, where::toString);
    assertTrue(face.toString().contains("masked"), face::toString);
    face.wipe();
    assertArrayEquals(new byte[face.picture().bytes().length], face.picture().bytes());
  }

  @Test
  default void saysWhenNobodyIsThere() {
    goAway();
    assertEquals(FaceFlaw.NO_FACE, firstFlaw());
  }

  @Test
  default void takesNobodyWhenTwoAreThere() {
    twoLookHere();
    assertEquals(FaceFlaw.SEVERAL_FACES, firstFlaw());
  }

  @Test
  default void tellsViewersWhatIsWrongAndThatNothingIs() {
    goAway();
    var nobody = new AtomicBoolean();
    var good = new AtomicBoolean();
    try (var _ =
        camera()
            .preview(preview -> {
              var flaws = preview.verdicts().stream().map(Verdict::flaw).toList();
              nobody.compareAndSet(false, flaws.contains(FaceFlaw.NO_FACE));
              good.compareAndSet(false, nobody.get() && flaws.isEmpty());
            })) {
      Eventually.within(PATIENCE, () -> "nobody there", nobody::get);
      lookHere();
      Eventually.within(PATIENCE, () -> "nothing is wrong", good::get);
    }
  }

  private Flaw firstFlaw() {
    var outcome = camera().capture(Duration.ofSeconds(5));
    var verdicts = assertInstanceOf(CaptureOutcome.NotGood.class, outcome).verdicts();
    return ((Verdict) verdicts.getFirst()).flaw();
  }
}
