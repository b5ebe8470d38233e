package org.jiujin.device.opencv;

import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleRawIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.jiujin.device.camera.Corner;

/// Makes a page that was seen from anywhere look as if scanned. Natives belong to the caller's scope.
final class Straightening {
  /// The light is smoothed over this share of the page, so that pictures on the page keep their tones.
  private static final int LIGHT_CELLS = 24;

  private static final double WHITE = 248;

  private Straightening() {}

  static Mat straight(Mat picture, List<Corner> corners, int width, int height) {
    double[] h = PageShape.fromUnitSquare(corners, 0, 0, 1);
    var matrix = new Mat(3, 3, opencv_core.CV_64FC1);
    DoubleRawIndexer cells = matrix.createIndexer();
    for (int row = 0; row < 3; row++) {
      double a = h[row * 3] / width;
      double b = h[row * 3 + 1] / height;
      cells.put(row, 0, a);
      cells.put(row, 1, b);
      cells.put(row, 2, h[row * 3 + 2] + (a + b) / 2); // a pixel is its middle
    }
    var straight = new Mat();
    opencv_imgproc.warpPerspective(
        picture,
        straight,
        matrix,
        new Size(width, height),
        opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
        opencv_core.BORDER_REPLICATE,
        new Scalar());
    return straight;
  }

  /// Divides by the light, so that the paper is white everywhere: takes shadows, slopes of light and a colour cast away.
  static Mat flattened(Mat page) {
    int cell = Math.max(3, Math.max(page.cols(), page.rows()) / LIGHT_CELLS) | 1;
    var small = new Mat();
    var quarter = new Size(Math.max(1, page.cols() / 4), Math.max(1, page.rows() / 4));
    opencv_imgproc.resize(page, small, quarter, 0, 0, opencv_imgproc.INTER_AREA);
    var light = new Mat();
    int size = Math.max(3, cell / 4) | 1;
    var kernel =
        opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, new Size(size, size));
    opencv_imgproc.morphologyEx(small, light, opencv_imgproc.MORPH_CLOSE, kernel);
    opencv_imgproc.GaussianBlur(light, light, new Size(size, size), 0);
    opencv_imgproc.resize(light, light, page.size(), 0, 0, opencv_imgproc.INTER_LINEAR);
    var flat = new Mat();
    opencv_core.divide(page, light, flat, WHITE, -1);
    return flat;
  }
}
