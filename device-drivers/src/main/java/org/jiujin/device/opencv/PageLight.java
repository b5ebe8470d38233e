package org.jiujin.device.opencv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.indexer.IntRawIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.jiujin.device.camera.Area;
import org.jiujin.device.camera.PageFlaw;
import org.jiujin.device.camera.Verdict;

/// Judges the light on a straightened page: too dark, too bright, a mirrored lamp. Natives belong to the caller's scope.
final class PageLight {
  private static final int LONGEST = 480;
  private static final double PAPER_QUANTILE = 0.85;
  private static final int CLIPPED = 250;

  /// Smaller white spots are paper seen between two letters, or noise.
  private static final double LEAST_SPOT = 0.003;

  private PageLight() {}

  static List<Verdict> verdicts(Mat page, PageLimits limits) {
    var verdicts = new ArrayList<Verdict>();
    var small = small(page);
    double paper = brightness(small);
    if (paper < limits.dark()) {
      verdicts.add(new Verdict(PageFlaw.TOO_DARK, paper, limits.dark()));
    }
    var white = pureWhite(small);
    double share = opencv_core.countNonZero(white) / (double) white.total();
    if (share > limits.white()) {
      verdicts.add(new Verdict(PageFlaw.TOO_BRIGHT, share, limits.white()));
    } else {
      glare(white, limits).ifPresent(verdicts::add);
    }
    return verdicts;
  }

  private static Mat small(Mat page) {
    double scale = Math.min(1, LONGEST / (double) Math.max(page.cols(), page.rows()));
    var small = new Mat();
    var size =
        new Size(
            Math.max(1, (int) (page.cols() * scale)), Math.max(1, (int) (page.rows() * scale)));
    opencv_imgproc.resize(page, small, size, 0, 0, opencv_imgproc.INTER_AREA);
    return small;
  }

  /// The brightness that 85 of 100 pixels do not exceed: the paper's, not the writing's.
  static double brightness(Mat colours) {
    var grey = new Mat();
    opencv_imgproc.cvtColor(colours, grey, opencv_imgproc.COLOR_BGR2GRAY);
    byte[] bytes = Raster.bytes(grey);
    int[] histogram = new int[256];
    for (byte b : bytes) {
      histogram[b & 0xFF]++;
    }
    int level = 0;
    for (int sum = histogram[0]; sum < bytes.length * PAPER_QUANTILE && level < 255; ) {
      sum += histogram[++level];
    }
    return level;
  }

  private static Mat pureWhite(Mat colours) {
    var channels = new MatVector();
    opencv_core.split(colours, channels);
    var least = new Mat();
    opencv_core.min(channels.get(0), channels.get(1), least);
    opencv_core.min(least, channels.get(2), least);
    var white = new Mat();
    opencv_imgproc.threshold(least, white, CLIPPED - 1, 255, opencv_imgproc.THRESH_BINARY);
    return white;
  }

  private static Optional<Verdict> glare(Mat white, PageLimits limits) {
    var kernel = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, new Size(5, 5));
    var spots = new Mat();
    opencv_imgproc.morphologyEx(white, spots, opencv_imgproc.MORPH_CLOSE, kernel);
    opencv_imgproc.morphologyEx(spots, spots, opencv_imgproc.MORPH_OPEN, kernel);
    var labels = new Mat();
    var stats = new Mat();
    var middles = new Mat();
    int count = opencv_imgproc.connectedComponentsWithStats(spots, labels, stats, middles);
    IntRawIndexer figures = stats.createIndexer();
    double total = white.total();
    double hidden = 0;
    int largest = 0;
    for (int spot = 1; spot < count; spot++) {
      double share = figures.get(spot, opencv_imgproc.CC_STAT_AREA) / total;
      if (share >= LEAST_SPOT) {
        hidden += share;
        largest = largest == 0 || area(figures, spot) > area(figures, largest) ? spot : largest;
      }
    }
    return hidden > limits.glare()
        ? Optional.of(
            new Verdict(PageFlaw.GLARE, hidden, limits.glare(), where(figures, largest, white)))
        : Optional.empty();
  }

  private static int area(IntRawIndexer figures, int spot) {
    return figures.get(spot, opencv_imgproc.CC_STAT_AREA);
  }

  private static Area where(IntRawIndexer figures, int spot, Mat page) {
    double width = page.cols();
    double height = page.rows();
    return new Area(
        figures.get(spot, opencv_imgproc.CC_STAT_LEFT) / width,
        figures.get(spot, opencv_imgproc.CC_STAT_TOP) / height,
        figures.get(spot, opencv_imgproc.CC_STAT_WIDTH) / width,
        figures.get(spot, opencv_imgproc.CC_STAT_HEIGHT) / height);
  }
}
