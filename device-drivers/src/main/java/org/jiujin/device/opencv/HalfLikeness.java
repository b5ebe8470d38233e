package org.jiujin.device.opencv;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// How alike the halves of a face are: the correlation of one with the mirrored other, best over small shifts of the middle.
final class HalfLikeness {
  private static final int SIZE = 48;
  private static final int MOST_SHIFT = 3;

  private HalfLikeness() {}

  /// Compares the halves.
  ///
  /// @return from -1 to 1; near 1 for a face that looks here in even light
  static double of(Mat grey) {
    var small = new Mat();
    opencv_imgproc.resize(grey, small, new Size(SIZE, SIZE), 0, 0, opencv_imgproc.INTER_AREA);
    byte[] pixels = Raster.bytes(small);
    double best = -1;
    for (int shift = -MOST_SHIFT; shift <= MOST_SHIFT; shift++) {
      best = Math.max(best, likeness(pixels, SIZE / 2.0 + shift));
    }
    return best;
  }

  private static double likeness(byte[] pixels, double middle) {
    int reach = SIZE / 2 - MOST_SHIFT - 4;
    double count = 0;
    double left = 0;
    double right = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    double product = 0;
    for (int y = SIZE / 6; y < SIZE * 11 / 12; y++) {
      for (int x = 0; x < reach; x++) {
        double a = pixels[y * SIZE + (int) (middle - 1 - x)] & 0xFF;
        double b = pixels[y * SIZE + (int) (middle + x)] & 0xFF;
        count++;
        left += a;
        right += b;
        leftSquares += a * a;
        rightSquares += b * b;
        product += a * b;
      }
    }
    double covariance = product / count - left / count * (right / count);
    double a = leftSquares / count - Math.pow(left / count, 2);
    double b = rightSquares / count - Math.pow(right / count, 2);
    return a * b <= 0 ? 0 : covariance / Math.sqrt(a * b);
  }
}
