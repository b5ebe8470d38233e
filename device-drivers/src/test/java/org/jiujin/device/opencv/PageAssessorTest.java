package org.jiujin.device.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.PageFlaw;
import org.jiujin.device.camera.PagePicture;
import org.jiujin.device.camera.Paper;
import org.jiujin.device.virtual.paper.Desk;
import org.jiujin.device.virtual.paper.PaperScene;
import org.jiujin.device.virtual.paper.Sheet;
import org.jiujin.device.virtual.paper.Spoiling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Over invented papers on invented desks, whose corners are known. The seeds are not those that the limits were found with.
class PageAssessorTest {
  private static final int GOOD = 40;
  private static final int BAD = 10;
  private static final long FIRST_SEED = 40_000;

  private final PageAssessor assessor = new PageAssessor(PageLimits.USUAL, 0, false);

  @BeforeAll
  static void load() {
    assertEquals(Optional.empty(), Natives.missing());
  }

  @Test
  void findsNearlyEveryGoodPageToWithinAHundredthOfTheDiagonal() {
    var missed = new ArrayList<String>();
    var refused = new ArrayList<String>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + GOOD; seed++) {
      var scene = PaperScene.of(seed, Spoiling.NONE);
      var assessment = assess(scene);
      if (error(scene, assessment) > 0.01) {
        missed.add(scene.toString());
      }
      if (!assessment.good()) {
        refused.add(scene + " " + assessment.verdicts());
      }
    }
    assertTrue(missed.size() <= GOOD * 5 / 100, missed::toString);
    assertTrue(refused.size() <= GOOD * 5 / 100, refused::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_PAGE, NO_PAGE",
    "CUT_OFF, CUT_OFF",
    "TOO_SMALL, TOO_SMALL",
    "TILTED, TILTED_TOO_MUCH",
    "TOO_DARK, TOO_DARK",
    "TOO_BRIGHT, TOO_BRIGHT",
    "GLARE, GLARE",
    "BLURRED, BLURRED",
    "SMEARED, BLURRED"
  })
  void saysWhatIsWrong(Spoiling spoiling, PageFlaw flaw) {
    var missed = new ArrayList<String>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + BAD; seed++) {
      var scene = PaperScene.of(seed, spoiling);
      var assessment = assess(scene);
      if (assessment.verdicts().stream().noneMatch(verdict -> verdict.flaw() == flaw)) {
        missed.add(scene + " " + assessment.verdicts());
      }
    }
    assertTrue(missed.size() <= BAD / 10, missed::toString);
  }

  @ParameterizedTest
  @CsvSource({"FORM, A4", "CARD, ID_1", "RECEIPT, OTHER"})
  void straightensToTheTrueRatio(Sheet sheet, Paper paper) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + 5; seed++) {
      var scene = new PaperScene(seed, sheet, Desk.DARK, Spoiling.NONE, false, false);
      PagePicture picture = assess(scene).picture().get();
      assertEquals(paper, picture.paper());
      double ratio = picture.page().height() / (double) picture.page().width();
      double truth = sheet.heightMillimetres() / sheet.widthMillimetres();
      double off = Math.max(ratio, 1 / ratio) / Math.max(truth, 1 / truth) - 1;
      assertTrue(Math.abs(off) < 0.02, () -> scene + " " + off);
      assertEquals(paper == Paper.OTHER, picture.dotsPerInch() == 0);
      assertTrue(picture.dotsPerInch() <= 301, picture::toString);
    }
  }

  @Test
  void seesThatAPageMoved() {
    var scene = new PaperScene(FIRST_SEED, Sheet.FORM, Desk.GREY, Spoiling.NONE, false, false);
    var frame = Scenes.frame(scene.render(Scenes.WIDTH, Scenes.HEIGHT));
    var still = assessor.assess(frame, List.of());
    assertTrue(still.good(), () -> still.verdicts().toString());
    var elsewhere =
        still.outline().stream().map(corner -> new Corner(corner.x() + 20, corner.y())).toList();
    var moved = assessor.assess(frame, elsewhere).verdicts();
    assertEquals(PageFlaw.MOVING, moved.getFirst().flaw());
    assertEquals("camera.verdict.page.moving", moved.getFirst().flaw().textKey());
  }

  @Test
  void evensTheLightOutWhenAsked() {
    var scene = new PaperScene(FIRST_SEED, Sheet.LETTER, Desk.DARK, Spoiling.NONE, false, true);
    var frame = Scenes.frame(scene.render(Scenes.WIDTH, Scenes.HEIGHT));
    var flat = new PageAssessor(PageLimits.USUAL, 0, true).assess(frame, List.of());
    var page = flat.picture().get().page();
    int white = 0;
    for (int i = 1; i < page.bytes().length; i += 3) {
      white += (page.bytes()[i] & 0xFF) > 225 ? 1 : 0;
    }
    double share = white * 3.0 / page.bytes().length;
    assertTrue(share > 0.6, "paper is white in spite of the shadow: " + share);
  }

  private Assessment<PagePicture> assess(PaperScene scene) {
    return assessor.assess(Scenes.frame(scene.render(Scenes.WIDTH, Scenes.HEIGHT)), List.of());
  }

  private static double error(PaperScene scene, Assessment<PagePicture> assessment) {
    double worst = assessment.outline().isEmpty() ? 1 : 0;
    for (var truth : scene.corners(Scenes.WIDTH, Scenes.HEIGHT)) {
      double nearest =
          assessment.outline().stream()
              .mapToDouble(c -> Math.hypot(c.x() - truth.getX(), c.y() - truth.getY()))
              .min()
              .orElse(1e9);
      worst = Math.max(worst, nearest / Math.hypot(Scenes.WIDTH, Scenes.HEIGHT));
    }
    return worst;
  }
}
