package org.jiujin.device.opencv;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// How sharp the writing on a page is, or the features in a face: the variance of the second difference divided by the variance
/// of brightness, in tiles with contrast. Dividing makes it the same for black and for grey ink, in bright and in dim light.
///
/// Both directions are measured and the poorer one counts, because a movement blurs across itself only.
final class Sharpness {
  private static final int TILE = 32;
  private static final int FEWEST_TILES = 4;
  private static final double LEAST_CONTRAST = 0.07;

  /// What a camera's noise of two levels adds to the mean square of the second difference: 1 + 4 + 1 times its variance.
  private static final double NOISE = 6 * 2 * 2;

  private final int width;
  private final int height;
  private final byte[] grey;

  private Sharpness(int width, int height, byte[] grey) {
    this.width = width;
    this.height = height;
    this.grey = grey;
  }

  /// Measures a page at a fixed size, so that the figure means how well writing of a certain height can be read. Natives belong
  /// to the caller's scope.
  ///
  /// @param longer pixels of the longer side at which to measure
  /// @return empty when there is too little writing to tell
  static OptionalDouble of(Mat colours, int longer) {
    double scale = longer / (double) Math.max(colours.cols(), colours.rows());
    var size =
        new Size(
            Math.max(TILE, (int) Math.round(colours.cols() * scale)),
            Math.max(TILE, (int) Math.round(colours.rows() * scale)));
    var sized = new Mat();
    int how = scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
    opencv_imgproc.resize(colours, sized, size, 0, 0, how);
    var grey = new Mat();
    opencv_imgproc.cvtColor(sized, grey, opencv_imgproc.COLOR_BGR2GRAY);
    return new Sharpness(grey.cols(), grey.rows(), Raster.bytes(grey)).measure();
  }

  private OptionalDouble measure() {
    var across = measure(1, width);
    var down = measure(width, 1);
    if (across.isPresent() && down.isPresent()) {
      return OptionalDouble.of(Math.min(across.getAsDouble(), down.getAsDouble()));
    }
    return across.isPresent() ? across : down;
  }

  /// @param step from one pixel to the next in the direction that is measured
  /// @param lineStep from one line of such pixels to the next
  private OptionalDouble measure(int step, int lineStep) {
    double[] ratios = new double[(width / TILE) * (height / TILE)];
    int count = 0;
    for (int top = 0; top + TILE <= height; top += TILE) {
      for (int left = 0; left + TILE <= width; left += TILE) {
        var tile = tile(top * width + left, step, lineStep);
        if (Math.sqrt(tile.variance) > LEAST_CONTRAST * Math.max(40, tile.mean)) {
          ratios[count++] = tile.change / tile.variance;
        }
      }
    }
    if (count < FEWEST_TILES) {
      return OptionalDouble.empty();
    }
    Arrays.sort(ratios, 0, count);
    return OptionalDouble.of(ratios[count / 2]);
  }

  /// Brightness, and how it varies along the lines only: a ruled line says nothing about the direction in which it runs.
  private Tile tile(int start, int step, int lineStep) {
    double sum = 0;
    double variance = 0;
    double change = 0;
    for (int line = 0; line < TILE; line++) {
      int at = start + line * lineStep;
      double lineSum = 0;
      double squares = 0;
      for (int i = 0; i < TILE; i++) {
        int value = grey[at + i * step] & 0xFF;
        lineSum += value;
        squares += (double) value * value;
        if (i > 0 && i + 1 < TILE) {
          double second =
              (grey[at + (i - 1) * step] & 0xFF) - 2 * value + (grey[at + (i + 1) * step] & 0xFF);
          change += second * second;
        }
      }
      sum += lineSum;
      variance += squares - lineSum * lineSum / TILE;
    }
    double count = TILE * (double) TILE;
    return new Tile(sum / count, variance / count, Math.max(0, change / count - NOISE));
  }

  private record Tile(double mean, double variance, double change) {}
}
