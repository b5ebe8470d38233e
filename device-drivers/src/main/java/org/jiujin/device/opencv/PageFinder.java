package org.jiujin.device.opencv;

import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.jiujin.device.camera.Frame;

/// Finds the page in a colour frame.
///
/// Lines are looked for in a picture of at most 720 pixels, first after a closing that takes the writing away, then, for white
/// on white with nothing but a thin dark rim between, without it.
final class PageFinder {
  private static final int LONGEST = 720;
  private static final int CLOSING = 9;
  private static final double GOOD_ENOUGH = 0.72;
  private static final double WITH_WRITING = 0.92;

  private PageFinder() {}

  /// The best outline there is, however poor: whoever asks looks at its support.
  static Optional<Outline> find(Frame frame) {
    try (var _ = new PointerScope()) {
      double scale = Math.max(1, Math.max(frame.width(), frame.height()) / (double) LONGEST);
      var small = smaller(Raster.mat(frame), scale);
      double exact = frame.width() / (double) small.cols();
      var closed = search(withoutWriting(small));
      if (closed.isEmpty() || closed.get().support() < GOOD_ENOUGH) {
        closed = better(closed, search(smooth(small)));
      }
      var refinement = new CornerRefinement(Raster.of(frame), Math.max(3, 3 * exact));
      return closed.map(outline -> refinement.refine(outline.scaled(exact)));
    }
  }

  private static Optional<Outline> better(Optional<Outline> a, Optional<Outline> withWriting) {
    var b = withWriting.map(o -> new Outline(o.corners(), o.support() * WITH_WRITING, o.cutOff()));
    return a.isPresent() && a.get().support() >= b.map(Outline::support).orElse(0.0) ? a : b;
  }

  private static Optional<Outline> search(Mat small) {
    var map = new EdgeMap(Raster.of(small));
    return new QuadSearch(LineSearch.lines(map), small.cols(), small.rows()).best();
  }

  private static Mat smaller(Mat picture, double scale) {
    var size =
        new Size(
            (int) Math.round(picture.cols() / scale), (int) Math.round(picture.rows() / scale));
    var small = new Mat();
    opencv_imgproc.resize(picture, small, size, 0, 0, opencv_imgproc.INTER_AREA);
    return small;
  }

  private static Mat withoutWriting(Mat small) {
    var kernel =
        opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, new Size(CLOSING, CLOSING));
    var closed = new Mat();
    opencv_imgproc.morphologyEx(small, closed, opencv_imgproc.MORPH_CLOSE, kernel);
    return smooth(closed);
  }

  private static Mat smooth(Mat picture) {
    var smooth = new Mat();
    opencv_imgproc.GaussianBlur(picture, smooth, new Size(5, 5), 1.2);
    return smooth;
  }
}
