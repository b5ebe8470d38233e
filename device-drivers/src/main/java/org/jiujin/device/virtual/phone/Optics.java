package org.jiujin.device.virtual.phone;

/// What the lens does to a picture: spilling light, defocus, movement (performance reference, 4.2, steps 5 to 7).
final class Optics {
  private static final double BLOOM_FROM = 0.55;
  private static final double BLOOM_SHARE = 0.9;
  private static final double SHARP = 0.15;
  private static final double STILL = 0.8;

  private Optics() {}

  static void bloom(Canvas picture, double sigma) {
    if (sigma <= 0) {
      return;
    }
    var spill = new Canvas(picture.width, picture.height);
    for (int i = 0; i < spill.light.length; i++) {
      spill.light[i] = Math.max(0, picture.light[i] - (float) BLOOM_FROM);
    }
    gaussian(spill, sigma);
    gaussian(spill, sigma);
    for (int i = 0; i < spill.light.length; i++) {
      picture.light[i] += (float) BLOOM_SHARE * spill.light[i];
    }
  }

  static void defocus(Canvas picture, double sigma) {
    if (sigma > SHARP) {
      gaussian(picture, sigma);
    }
  }

  /// The mean along a line, two samples a pixel.
  static void motion(Canvas picture, double length, double angle) {
    if (length <= STILL) {
      return;
    }
    int samples = Math.max(2, (int) StrictMath.ceil(2 * length));
    var sum = new float[picture.light.length];
    for (int i = 0; i < samples; i++) {
      double at = length * ((i + 0.5) / samples - 0.5);
      addShifted(
          picture, at * StrictMath.cos(angle), at * StrictMath.sin(angle), sum, 1f / samples);
    }
    System.arraycopy(sum, 0, picture.light, 0, sum.length);
  }

  /// Adds the picture, seen a little beside, to a sum.
  private static void addShifted(Canvas picture, double dx, double dy, float[] sum, float weight) {
    int x0 = (int) StrictMath.floor(dx);
    int y0 = (int) StrictMath.floor(dy);
    float fx = (float) (dx - x0);
    float fy = (float) (dy - y0);
    add(picture, x0, y0, sum, weight * (1 - fx) * (1 - fy));
    add(picture, x0 + 1, y0, sum, weight * fx * (1 - fy));
    add(picture, x0, y0 + 1, sum, weight * (1 - fx) * fy);
    add(picture, x0 + 1, y0 + 1, sum, weight * fx * fy);
  }

  private static void add(Canvas picture, int dx, int dy, float[] sum, float weight) {
    int width = picture.width;
    int first = Math.clamp(-dx, 0, width);
    int end = Math.clamp(width - dx, 0, width);
    for (int y = 0; y < picture.height; y++) {
      int from = Math.clamp(y + dy, 0, picture.height - 1) * width;
      int to = y * width;
      for (int x = 0; x < first; x++) {
        sum[to + x] += weight * picture.light[from];
      }
      for (int x = first; x < end; x++) {
        sum[to + x] += weight * picture.light[from + dx + x];
      }
      for (int x = end; x < width; x++) {
        sum[to + x] += weight * picture.light[from + width - 1];
      }
    }
  }

  private static void gaussian(Canvas picture, double sigma) {
    var kernel = kernel(sigma);
    var between = new float[picture.light.length];
    var row = new float[picture.width + 2 * kernel.length];
    for (int y = 0; y < picture.height; y++) {
      alongRow(picture, y, kernel, row, between);
    }
    downColumns(picture, kernel, between);
  }

  private static void alongRow(
      Canvas picture, int y, float[] kernel, float[] row, float[] between) {
    int width = picture.width;
    int edge = kernel.length;
    int at = y * width;
    for (int i = 0; i < row.length; i++) {
      row[i] = picture.light[at + Math.clamp(i - edge, 0, width - 1)];
    }
    for (int x = 0; x < width; x++) {
      float sum = kernel[0] * row[x + edge];
      for (int k = 1; k < kernel.length; k++) {
        sum += kernel[k] * (row[x + edge - k] + row[x + edge + k]);
      }
      between[at + x] = sum;
    }
  }

  private static void downColumns(Canvas picture, float[] kernel, float[] between) {
    int width = picture.width;
    int last = picture.height - 1;
    for (int y = 0; y <= last; y++) {
      int to = y * width;
      for (int x = 0; x < width; x++) {
        picture.light[to + x] = kernel[0] * between[to + x];
      }
      for (int k = 1; k < kernel.length; k++) {
        int above = Math.max(0, y - k) * width;
        int below = Math.min(last, y + k) * width;
        float weight = kernel[k];
        for (int x = 0; x < width; x++) {
          picture.light[to + x] += weight * (between[above + x] + between[below + x]);
        }
      }
    }
  }

  /// One half of a bell, its middle first; the whole sums to one.
  private static float[] kernel(double sigma) {
    var kernel = new float[1 + (int) StrictMath.ceil(3 * sigma)];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= (float) sum;
    }
    return kernel;
  }
}
