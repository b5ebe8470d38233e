package org.jiujin.device.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.camera.FaceFlaw;
import org.jiujin.device.camera.FacePicture;
import org.jiujin.device.virtual.face.FaceScene;
import org.jiujin.device.virtual.face.FaceSpoiling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Over drawn faces: shows that the reasoning holds together, not how it does with people.
class FaceAssessorTest {
  private static final int COUNT = 10;
  private static final long FIRST_SEED = 70_000;

  private final FaceAssessor assessor = new FaceAssessor(FaceLimits.USUAL);

  @BeforeAll
  static void load() {
    assertEquals(Optional.empty(), Natives.missing());
  }

  @Test
  void takesFacesThatLookHere() {
    var refused = new ArrayList<String>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
      var assessment = assess(seed, FaceSpoiling.NONE);
      if (!assessment.good()) {
        refused.add(seed + " " + assessment.verdicts());
      } else {
        var face = assessment.picture().get();
        assertTrue(face.face().width() > 0.3 && face.face().width() < 0.8, face::toString);
        assertTrue(face.toString().contains("masked"));
      }
    }
    assertTrue(refused.size() <= COUNT / 10, refused::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_FACE, NO_FACE",
    "TWO_FACES, SEVERAL_FACES",
    "TOO_FAR, TOO_FAR",
    "OFF_CENTRE, NOT_CENTRED",
    "TURNED, NOT_FRONTAL",
    "EYES_CLOSED, EYES_CLOSED",
    "BLURRED, BLURRED",
    "TOO_DARK, TOO_DARK",
    "BACKLIT, BACKLIT"
  })
  void saysWhatIsWrong(FaceSpoiling spoiling, FaceFlaw flaw) {
    var missed = new ArrayList<String>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
      var verdicts = assess(seed, spoiling).verdicts();
      if (verdicts.stream().noneMatch(verdict -> verdict.flaw() == flaw)) {
        missed.add(seed + " " + verdicts);
      }
    }
    assertTrue(missed.size() <= COUNT / 10, missed::toString);
  }

  private Assessment<FacePicture> assess(long seed, FaceSpoiling spoiling) {
    return assessor.assess(Scenes.frame(new FaceScene(seed, spoiling).render(960, 540)), List.of());
  }
}
