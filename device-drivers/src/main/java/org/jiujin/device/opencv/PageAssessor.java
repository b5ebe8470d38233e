package org.jiujin.device.opencv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.Frame;
import org.jiujin.device.camera.PageFlaw;
import org.jiujin.device.camera.PagePicture;
import org.jiujin.device.camera.Paper;
import org.jiujin.device.camera.Verdict;

/// Finds and judges pages.
final class PageAssessor implements Assessor<PagePicture> {
  /// A corner this little outside, in pixels, is the rounding of a page that just fits.
  private static final double JUST_OUTSIDE = 1.5;

  private final PageLimits limits;
  private final double focal;
  private final boolean flatten;

  /// @param focal the lens in picture widths; 0 when not known
  /// @param flatten whether the light is to be evened out on the picture that is handed over
  PageAssessor(PageLimits limits, double focal, boolean flatten) {
    this.limits = limits;
    this.focal = focal;
    this.flatten = flatten;
  }

  @Override
  public Assessment<PagePicture> assess(Frame frame, List<Corner> before) {
    var found = PageFinder.find(frame);
    if (found.isEmpty() || found.get().support() < limits.support()) {
      return noPage(frame, found.map(Outline::support).orElse(0.0));
    }
    var outline = found.get();
    var shape = new PageShape(outline.corners(), frame.width(), frame.height(), focal);
    var verdicts = new ArrayList<Verdict>();
    place(frame, outline, shape, before, verdicts);
    surface(frame, outline, shape, verdicts);
    verdicts.sort(Comparator.comparing(verdict -> (PageFlaw) verdict.flaw()));
    return new Assessment<>(outline.corners(), verdicts, () -> picture(frame, outline, shape));
  }

  private Assessment<PagePicture> noPage(Frame frame, double support) {
    var verdicts = new ArrayList<Verdict>();
    verdicts.add(new Verdict(PageFlaw.NO_PAGE, support, limits.support()));
    try (var _ = new PointerScope()) {
      for (var verdict : PageLight.verdicts(Raster.mat(frame), limits)) {
        if (verdict.flaw() != PageFlaw.GLARE) { // without a page a white spot may be anything
          verdicts.add(verdict);
        }
      }
    }
    return new Assessment<>(
        List.of(),
        verdicts,
        () -> {
          throw new IllegalStateException("there is no page in this frame");
        });
  }

  private void place(
      Frame frame, Outline outline, PageShape shape, List<Corner> before, List<Verdict> verdicts) {
    double diagonal = Math.hypot(frame.width(), frame.height());
    double outside = outline.outside(frame.width(), frame.height());
    if (outline.cutOff() || outside > JUST_OUTSIDE) {
      verdicts.add(new Verdict(PageFlaw.CUT_OFF, outside / diagonal, 0));
    }
    if (shape.longerPixels() < leastPixels(shape.paper())) {
      verdicts.add(
          new Verdict(PageFlaw.TOO_SMALL, shape.longerPixels(), leastPixels(shape.paper())));
    }
    if (shape.tiltDegrees() > limits.tiltDegrees()) {
      verdicts.add(
          new Verdict(PageFlaw.TILTED_TOO_MUCH, shape.tiltDegrees(), limits.tiltDegrees()));
    }
    if (!before.isEmpty()) {
      double move = outline.farthestMove(outline.with(before)) / diagonal;
      if (move > limits.move()) {
        verdicts.add(new Verdict(PageFlaw.MOVING, move, limits.move()));
      }
    }
  }

  /// A card is a third as long as a sheet, and its print no smaller: three quarters of the pixels are plenty.
  private double leastPixels(Paper paper) {
    return paper == Paper.ID_1 ? limits.longerPixels() * 3 / 4 : limits.longerPixels();
  }

  private void surface(Frame frame, Outline outline, PageShape shape, List<Verdict> verdicts) {
    try (var _ = new PointerScope()) {
      var page = straight(frame, outline, shape);
      verdicts.addAll(PageLight.verdicts(page, limits));
      boolean dark = verdicts.stream().anyMatch(v -> v.flaw() == PageFlaw.TOO_DARK);
      var sharpness = Sharpness.of(page, measuredPixels(shape.paper()));
      if (!dark && sharpness.isPresent() && sharpness.getAsDouble() < limits.sharpness()) {
        verdicts.add(new Verdict(PageFlaw.BLURRED, sharpness.getAsDouble(), limits.sharpness()));
      }
    }
  }

  /// At which size writing of usual height has strokes of two to three pixels.
  private static int measuredPixels(Paper paper) {
    return switch (paper) {
      case A4 -> 1_000;
      case ID_1 -> 600;
      case OTHER -> 900;
    };
  }

  private static Mat straight(Frame frame, Outline outline, PageShape shape) {
    return Straightening.straight(
        Raster.mat(frame), outline.corners(), shape.straightWidth(), shape.straightHeight());
  }

  private PagePicture picture(Frame frame, Outline outline, PageShape shape) {
    try (var _ = new PointerScope()) {
      var straight = straight(frame, outline, shape);
      var page = Raster.frame(flatten ? Straightening.flattened(straight) : straight);
      return new PagePicture(page, outline.corners(), shape.paper(), shape.dotsPerInch());
    }
  }
}
