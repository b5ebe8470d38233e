package org.jiujin.device.opencv;

import java.util.Arrays;

/// Where a picture changes, how much and which way: in each pixel the change of the channel that changes most.
final class EdgeMap {
  private static final double LEAST = 3;
  private static final double TIMES_USUAL = 2.5;

  /// Of a change, the part across a line that makes it an edge of that line.
  private static final double LEAST_ACROSS = 0.85;

  private final Raster raster;
  private final float[] across;
  private final float[] down;
  private final double threshold;

  EdgeMap(Raster raster) {
    this.raster = raster;
    this.across = new float[raster.width() * raster.height()];
    this.down = new float[across.length];
    differentiate();
    this.threshold = Math.max(LEAST, TIMES_USUAL * usualChange());
  }

  Raster raster() {
    return raster;
  }

  private void differentiate() {
    int width = raster.width();
    byte[] p = raster.bgr();
    for (int y = 1; y + 1 < raster.height(); y++) {
      for (int x = 1; x + 1 < width; x++) {
        int most = -1;
        for (int channel = 0; channel < 3; channel++) {
          int at = (y * width + x) * 3 + channel;
          int up = at - width * 3;
          int below = at + width * 3;
          int dx =
              b(p, up + 3)
                  - b(p, up - 3)
                  + 2 * (b(p, at + 3) - b(p, at - 3))
                  + b(p, below + 3)
                  - b(p, below - 3);
          int dy =
              b(p, below - 3)
                  - b(p, up - 3)
                  + 2 * (b(p, below) - b(p, up))
                  + b(p, below + 3)
                  - b(p, up + 3);
          if (dx * dx + dy * dy > most) {
            most = dx * dx + dy * dy;
            across[y * width + x] = dx / 4f;
            down[y * width + x] = dy / 4f;
          }
        }
      }
    }
  }

  private static int b(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  private double usualChange() {
    double[] some = new double[(across.length + 6) / 7];
    for (int i = 0; i < some.length; i++) {
      some[i] = Math.hypot(across[i * 7], down[i * 7]);
    }
    Arrays.sort(some);
    return some[some.length / 2];
  }

  /// Calls with each place where the change is an edge and the strongest across itself.
  void ridges(Ridge ridge) {
    int width = raster.width();
    for (int y = 2; y + 2 < raster.height(); y++) {
      for (int x = 2; x + 2 < width; x++) {
        int i = y * width + x;
        double strength = Math.hypot(across[i], down[i]);
        if (strength >= threshold) {
          int towards =
              (int) Math.round(across[i] / strength) + width * (int) Math.round(down[i] / strength);
          if (strength >= Math.hypot(across[i + towards], down[i + towards])
              && strength >= Math.hypot(across[i - towards], down[i - towards])) {
            ridge.at(x, y, Math.atan2(down[i], across[i]));
          }
        }
      }
    }
  }

  /// Whether there is an edge within two pixels that runs along the line here.
  boolean runsAlong(Line line, double x, double y) {
    for (int aside = -2; aside <= 2; aside++) {
      int column = (int) Math.round(x + aside * line.nx());
      int row = (int) Math.round(y + aside * line.ny());
      if (column >= 0 && row >= 0 && column < raster.width() && row < raster.height()) {
        int i = row * raster.width() + column;
        double change = Math.abs(across[i] * line.nx() + down[i] * line.ny());
        if (change >= threshold && change >= LEAST_ACROSS * Math.hypot(across[i], down[i])) {
          return true;
        }
      }
    }
    return false;
  }

  /// Is told where an edge is.
  @FunctionalInterface
  interface Ridge {
    /// Here is one.
    ///
    /// @param angle of the direction in which the picture changes, in radians
    void at(int x, int y, double angle);
  }
}
