package org.jiujin.device.opencv;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/// How sharp brows, eyes and nose are, measured at a fixed size of the face.
final class FaceSharpness {
  private static final int SIZE = 160;
  private static final double NOISE = 6 * 2 * 2;

  private FaceSharpness() {}

  /// The mean square of the second differences by the variance, without unit; more is sharper.
  static double of(Mat grey) {
    var sized = new Mat();
    opencv_imgproc.resize(grey, sized, new Size(SIZE, SIZE), 0, 0, opencv_imgproc.INTER_LINEAR);
    var eyes = new Mat(sized, new Rect(SIZE / 6, SIZE / 5, SIZE * 2 / 3, SIZE / 2));
    byte[] pixels = Raster.bytes(eyes);
    int width = eyes.cols();
    double sum = 0;
    double squares = 0;
    double across = 0;
    double down = 0;
    int count = 0;
    for (int i = width + 1; i < pixels.length - width - 1; i++) {
      double value = pixels[i] & 0xFF;
      double dx = (pixels[i - 1] & 0xFF) - 2 * value + (pixels[i + 1] & 0xFF);
      double dy = (pixels[i - width] & 0xFF) - 2 * value + (pixels[i + width] & 0xFF);
      sum += value;
      squares += value * value;
      across += dx * dx;
      down += dy * dy;
      count++;
    }
    double variance = squares / count - Math.pow(sum / count, 2);
    double change = Math.min(across, down) / count - NOISE;
    return variance <= 1 ? 0 : Math.max(0, change) / variance;
  }
}
