package org.jiujin.device.zxing;

/// Finds corner marks: five runs near 1:1:3:1:1 along a row, confirmed down the column, along the row again, and along a
/// diagonal. Any straight line through a mark's centre shows these runs, however the symbol is turned or tilted.
///
/// Dark on light and light on dark are found in the same pass.
final class FinderScan {
  private static final int ASK = 31;
  private static final int LONGEST_ROW = 1 << 15;
  private static final float TOLERANCE = 0.55f;
  private static final float LOOSE = 0.8f;
  private static final int CELL = (1 << Cells.SHIFT) - 1;
  private static final float UNEQUAL_AXES = 3f;

  private float[] edges = new float[2048];
  private final float[] runs = new float[5];

  private Darkness darkness = new Darkness();
  private FinderMarks marks = new FinderMarks();
  private int scale = 1;

  /// Scans rows within a window of the plane.
  ///
  /// @param step look at every so manieth row
  /// @param pixelsOfFrame how many pixels of the frame one of the plane is wide
  void scan(
      Darkness judged,
      Window window,
      int step,
      int pixelsOfFrame,
      FinderMarks found,
      Budget budget) {
    darkness = judged;
    marks = found;
    scale = pixelsOfFrame;
    for (int y = window.top() + step / 2; y < window.bottom(); y += step) {
      if ((y & ASK) == 0 && budget.spent()) {
        return;
      }
      row(y, window.left(), window.right());
    }
  }

  private void row(int y, int left, int right) {
    var plane = darkness.plane();
    var pixels = plane.pixels();
    var thresholds = darkness.thresholds();
    int line = y * plane.width();
    int cells = (y >> Cells.SHIFT) * darkness.columns();
    if (right - left < 7 || right > LONGEST_ROW) {
      return;
    }
    if (edges.length < right - left + 2) {
      edges = new float[right - left + 2];
    }
    boolean dark = (pixels[line + left] & 0xFF) < thresholds[cells + (left >> Cells.SHIFT)];
    boolean firstDark = dark;
    int count = 0;
    edges[count++] = left;
    for (int x = left + 1; x < right; ) {
      int threshold = thresholds[cells + (x >> Cells.SHIFT)];
      int end = Math.min(right, (x | CELL) + 1);
      if (threshold == 0 && !dark) { // flat: most of most frames
        x = end;
        continue;
      }
      for (; x < end; x++) {
        boolean now = (pixels[line + x] & 0xFF) < threshold;
        if (now != dark) {
          edges[count++] = crossing(pixels, line + x, x, threshold);
          dark = now;
        }
      }
    }
    edges[count++] = right;
    check(y, count - 1, firstDark);
  }

  /// Where between two pixels the grey passes the threshold.
  private static float crossing(byte[] pixels, int i, int x, int threshold) {
    int before = pixels[i - 1] & 0xFF;
    int after = pixels[i] & 0xFF;
    float part = after == before ? 0.5f : (threshold - 0.5f - before) / (after - before);
    return x - 0.5f + Math.clamp(part, 0f, 1f);
  }

  private void check(int y, int count, boolean firstDark) {
    for (int i = 0; i + 5 <= count; i++) {
      float total = edges[i + 5] - edges[i];
      float core = edges[i + 3] - edges[i + 2];
      if (core * 7 > total * (3 - 3 * TOLERANCE)
          && core * 7 < total * (3 + 3 * TOLERANCE)
          && plain(i, total)) {
        boolean dark = firstDark == (i % 2 == 0);
        confirm((edges[i + 2] + edges[i + 3]) / 2, y, total, dark);
      }
    }
  }

  private boolean plain(int i, float total) {
    for (int k = 0; k < 5; k++) {
      runs[k] = edges[i + k + 1] - edges[i + k];
    }
    return near(runs, total, TOLERANCE);
  }

  private static boolean near(float[] runs, float total, float tolerance) {
    float module = total / 7;
    float most = tolerance * module;
    return total >= 5
        && Math.abs(runs[0] - module) < most
        && Math.abs(runs[1] - module) < most
        && Math.abs(runs[2] - 3 * module) < 3 * most
        && Math.abs(runs[3] - module) < most
        && Math.abs(runs[4] - module) < most;
  }

  private void confirm(float x, int y, float total, boolean dark) {
    int column = (int) x;
    float high = through(column, y, 0, 1, dark, 2 * total);
    if (high <= 0 || !near(runs, high, TOLERANCE) || unequal(high, total)) {
      return;
    }
    float centreY = y + 0.5f + offset;
    float wide = through(column, (int) centreY, 1, 0, dark, 2 * total);
    if (wide <= 0 || !near(runs, wide, TOLERANCE) || unequal(high, wide)) {
      return;
    }
    float centreX = column + 0.5f + offset;
    if (diagonal((int) centreX, (int) centreY, dark, high + wide)) {
      float module = (float) Math.sqrt(wide * high) / 7;
      marks.add(centreX * scale, centreY * scale, module * scale, !dark);
    }
  }

  private static boolean unequal(float one, float other) {
    return Math.max(one, other) > UNEQUAL_AXES * Math.min(one, other);
  }

  private boolean diagonal(int x, int y, boolean dark, float most) {
    float falling = through(x, y, 1, 1, dark, most);
    if (falling > 0 && near(runs, falling, LOOSE)) {
      return true;
    }
    float rising = through(x, y, 1, -1, dark, most);
    return rising > 0 && near(runs, rising, LOOSE);
  }

  private float offset;

  /// Measures the five runs through a pixel of the core, in steps of the direction; their centre comes out in [#offset],
  /// relative to the pixel's centre.
  ///
  /// @return the length of all five, or 0 when one is too long or the plane ends
  private float through(int x, int y, int dx, int dy, boolean dark, float most) {
    if (!inside(x, y) || darkness.dark(x, y) != dark) {
      return 0;
    }
    float forwardCore = arm(x, y, dx, dy, dark, most, 3);
    if (forwardCore <= 0) {
      return 0;
    }
    float forwardEnd = armEnd;
    float backwardCore = arm(x, y, -dx, -dy, dark, most, 1);
    if (backwardCore <= 0) {
      return 0;
    }
    runs[2] = forwardCore + backwardCore;
    offset = (forwardCore - backwardCore) / 2;
    return forwardEnd + armEnd;
  }

  private float armEnd;

  /// Follows core, ring gap and ring in one direction. Writes the gap and the ring into the runs beside the core.
  ///
  /// @param gap index of the gap's run: 3 forwards, 1 backwards
  /// @return the core's half; the whole arm comes out in [#armEnd]
  private float arm(int x, int y, int dx, int dy, boolean dark, float most, int gap) {
    float core = edge(x, y, dx, dy, 0, dark, most);
    if (core <= 0) {
      return 0;
    }
    float gapEnd = edge(x, y, dx, dy, (int) (core + 0.5f), !dark, most);
    if (gapEnd <= 0) {
      return 0;
    }
    float ringEnd = edge(x, y, dx, dy, (int) (gapEnd + 0.5f), dark, most);
    if (ringEnd <= 0) {
      return 0;
    }
    runs[gap] = gapEnd - core;
    runs[gap == 3 ? 4 : 0] = ringEnd - gapEnd;
    armEnd = ringEnd;
    return core;
  }

  /// The distance at which the colour ends, from a step at which it holds; the plane's rim ends a colour too.
  private float edge(int x, int y, int dx, int dy, int from, boolean dark, float most) {
    int step = from;
    if (inside(x + step * dx, y + step * dy)
        && darkness.dark(x + step * dx, y + step * dy) != dark) {
      step++;
    }
    int started = step;
    while (step <= most) {
      int px = x + step * dx;
      int py = y + step * dy;
      if (!inside(px, py)) {
        return step > started ? step - 0.5f : 0;
      }
      if (darkness.dark(px, py) != dark) {
        return step > started ? step - 1 + crossing(px, py, dx, dy) : 0;
      }
      step++;
    }
    return 0;
  }

  private float crossing(int x, int y, int dx, int dy) {
    int before = darkness.plane().at(x - dx, y - dy);
    int after = darkness.plane().at(x, y);
    float part =
        after == before ? 0.5f : (darkness.threshold(x, y) - 0.5f - before) / (after - before);
    return Math.clamp(part, 0f, 1f);
  }

  private boolean inside(int x, int y) {
    return x >= 0 && y >= 0 && x < darkness.plane().width() && y < darkness.plane().height();
  }
}
