package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {
  private static final int MODULE = 6;
  private static final int MARGIN = 4;

  @Test
  void findsTheThreeCornerMarksToAPixel() {
    var marks = marks(pictures(4)).best(false, 100);
    var expected = triple(4);
    for (var corner : List.of(expected.topLeft(), expected.topRight(), expected.bottomLeft())) {
      assertTrue(
          marks.stream()
              .anyMatch(mark ->
                  Math.abs(mark.x() - corner.x()) < 1
                      && Math.abs(mark.y() - corner.y()) < 1
                      && Math.abs(mark.module() - MODULE) < 0.5f));
    }
  }

  @Test
  void doesNotTakeThreeMarksInALineForASymbol() {
    var triple =
        Triple.around(
            new FinderMark(0, 0, 4, false),
            new FinderMark(100, 0, 4, false),
            new FinderMark(200, 3, 4, false));
    assertFalse(triple.plausible());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 7, 13, 25, 40})
  void tellsTheVersionByTheTimingPatterns(int version) {
    var best = TimingPatterns.of(plane(pictures(version)), triple(version), Symbols.UNLIMITED);
    assertEquals(17 + 4 * version, best.getFirst().dimension());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 10})
  void findsTheAlignmentPatternFromAFewModulesAside(int version) {
    int dimension = 17 + 4 * version;
    var map = map(version);
    var search = new AlignmentSearch();
    search.prepare(plane(pictures(version)), false);
    float aside = map.fourth() + 3f / (dimension - 7);
    var place = search.around(map, aside, aside, 5, Symbols.UNLIMITED).getFirst();
    float expected = at(dimension - 6.5f);
    assertEquals(expected, place.x(), MODULE * 0.5f);
    assertEquals(expected, place.y(), MODULE * 0.5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void movesTheCornersBackToWhereTheyFitBest(int version) {
    var map = map(version);
    var fit = new Fit();
    fit.prepare(plane(pictures(version)), false, map.dimension());
    float right = fit.score(map);
    map.move(0, 4);
    map.move(3, -4);
    assertTrue(fit.score(map) < right - 0.05f);
    assertTrue(fit.refine(map, 1, Symbols.UNLIMITED) > right - 0.03f);
  }

  @Test
  void mapsTheFourPointsToThemselves() {
    var map = new Homography(29);
    map.marks(
        new Triple(
            new FinderMark(10, 20, 4, false),
            new FinderMark(120, 25, 4, false),
            new FinderMark(5, 140, 4, false),
            0));
    map.fourthAt(105, 110);
    assertEquals(120, map.x(1, 0), 1e-3);
    assertEquals(140, map.y(0, 1), 1e-3);
    assertEquals(105, map.x(map.fourth(), map.fourth()), 1e-2);
    assertEquals(110, map.y(map.fourth(), map.fourth()), 1e-2);
  }

  private static float at(float module) {
    return (module + MARGIN) * MODULE;
  }

  private static Homography map(int version) {
    var map = new Homography(17 + 4 * version);
    map.marks(triple(version));
    map.stretch(0, 0);
    return map;
  }

  private static Triple triple(int version) {
    float near = at(3.5f);
    float far = at(17 + 4 * version - 3.5f);
    return Triple.around(
        new FinderMark(near, near, MODULE, false),
        new FinderMark(far, near, MODULE, false),
        new FinderMark(near, far, MODULE, false));
  }

  private static Plane plane(Pictures pictures) {
    return pictures.of(Tier.Picture.WHOLE);
  }

  private static Pictures pictures(int version) {
    var frame =
        Symbols.picture(Symbols.matrix("1", ErrorCorrectionLevel.M, version), MODULE, MARGIN);
    var pictures = new Pictures();
    pictures.show(frame.width(), frame.height(), frame.pixels());
    return pictures;
  }

  private static FinderMarks marks(Pictures pictures) {
    var darkness = new Darkness();
    var marks = new FinderMarks();
    darkness.judge(plane(pictures), pictures.cells(Tier.Picture.WHOLE), Binarizer.MEAN);
    new FinderScan().scan(darkness, Window.whole(plane(pictures)), 2, 1, marks, Symbols.UNLIMITED);
    return marks;
  }
}
