package org.jiujin.device.zxing;

/// How well a homography fits the frame: the contrast between function modules that are light and that are dark, in
/// standard deviations of all (performance reference, 3.6).
final class Fit {
  private static final float LEAST_VARIANCE = 1;
  private static final int MOST_POINTS = 420;
  private static final float[] STEPS = {0.6f, 0.3f, 0.15f};
  private static final int SLIDE = 4;
  private static final int ROUNDS = 2;

  private Plane plane = new Plane();
  private float sign = 1;
  private int dimension;
  private int count;
  private float[] us = new float[0];
  private float[] vs = new float[0];
  private boolean[] dark = new boolean[0];

  /// Sets what to compare.
  void prepare(Plane newPlane, boolean inverted, int newDimension) {
    plane = newPlane;
    sign = inverted ? -1 : 1;
    if (newDimension == dimension) {
      return;
    }
    dimension = newDimension;
    choose(FunctionModules.of(dimension));
  }

  /// The marks' cores would outweigh the rest, so dark modules count where column plus row is even; far alignment
  /// patterns do not count, because a large symbol need not be flat.
  private void choose(FunctionModules modules) {
    var known = modules.known();
    us = new float[MOST_POINTS];
    vs = new float[MOST_POINTS];
    dark = new boolean[MOST_POINTS];
    count = 0;
    for (short module : known) {
      int x = module % dimension;
      int y = module / dimension;
      boolean isDark = modules.kind(module) == FunctionModules.DARK;
      if (counts(x, y, isDark) && count < MOST_POINTS) {
        us[count] = (x - 3f) / (dimension - 7);
        vs[count] = (y - 3f) / (dimension - 7);
        dark[count++] = isDark;
      }
    }
  }

  private boolean counts(int x, int y, boolean isDark) {
    boolean corner =
        (x < 8 || y < 8) && (x < 8 || x >= dimension - 8) && (y < 8 || y >= dimension - 8);
    if (corner) {
      return !isDark || (x + y) % 2 == 0;
    }
    boolean lowerRight = x >= dimension - 9 && y >= dimension - 9;
    return lowerRight || x == 6 || y == 6;
  }

  /// The fit of a homography, up to about 2; negative when it lies outside of the frame.
  float score(Homography map) {
    float ax = map.ax();
    float ay = map.ay();
    float bx = map.bx();
    float by = map.by();
    float cx = map.point(0);
    float cy = map.point(1);
    float light = 0;
    float darkSum = 0;
    float squares = 0;
    int lights = 0;
    int darks = 0;
    for (int i = 0; i < count; i++) {
      float u = us[i];
      float v = vs[i];
      float w = 1 / (map.g() * u + map.h() * v + 1);
      float grey = plane.between((ax * u + bx * v + cx) * w, (ay * u + by * v + cy) * w);
      if (grey >= 0) {
        squares += grey * grey;
        if (dark[i]) {
          darkSum += grey;
          darks++;
        } else {
          light += grey;
          lights++;
        }
      }
    }
    int seen = lights + darks;
    if (seen * 5 < count * 4 || lights == 0 || darks == 0) {
      return -1;
    }
    float mean = (light + darkSum) / seen;
    float variance = Math.max(LEAST_VARIANCE, squares / seen - mean * mean);
    return sign * (light / lights - darkSum / darks) / (float) Math.sqrt(variance);
  }

  /// Moves the whole to the place within a few modules where it fits best.
  void slide(Homography map) {
    float module = map.module();
    float best = score(map);
    float bestX = 0;
    float bestY = 0;
    for (int y = -SLIDE; y <= SLIDE; y++) {
      for (int x = -SLIDE; x <= SLIDE; x++) {
        map.shift(x * module, y * module);
        float score = score(map);
        map.shift(-x * module, -y * module);
        if (score > best) {
          best = score;
          bestX = x * module;
          bestY = y * module;
        }
      }
    }
    map.shift(bestX, bestY);
  }

  /// Moves the four points as long as the fit gets better, in smaller and smaller steps.
  ///
  /// @return the score that was reached
  float refine(Homography map, float firstStep, Budget budget) {
    float best = score(map);
    float module = map.module();
    for (float step : STEPS) {
      for (int round = 0; step <= firstStep && round < ROUNDS && !budget.spent(); round++) {
        float before = best;
        best = descend(map, step * module, best);
        if (best - before < 0.002f) {
          break;
        }
      }
    }
    return best;
  }

  private float descend(Homography map, float step, float score) {
    float best = score;
    for (int i = 0; i < 8; i++) {
      map.move(i, step);
      float plus = score(map);
      if (plus > best) {
        best = plus;
        continue;
      }
      map.move(i, -2 * step);
      float minus = score(map);
      if (minus > best) {
        best = minus;
      } else {
        map.move(i, step);
      }
    }
    return best;
  }
}
