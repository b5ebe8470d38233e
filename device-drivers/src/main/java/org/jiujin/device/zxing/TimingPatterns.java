package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells a symbol's version by its two timing patterns, on grey pixels (performance reference, 3.4).
///
/// Row 6 and column 6 alternate between dark and light from one corner mark to the next. The right dimension, and the
/// right stretch by perspective, give the best contrast.
final class TimingPatterns {
  private static final int STRETCHES = 13;
  private static final float STRETCH_STEP = 0.07f;
  private static final float LEAST_VARIANCE = 4;
  private static final float KEPT = 0.45f;
  private static final float WORTHLESS = 0.5f;
  private static final int MOST = 4;

  private TimingPatterns() {}

  /// What a symbol may be.
  ///
  /// @param g stretch from left to right
  /// @param h stretch from top to bottom
  record Hypothesis(int dimension, float g, float h, float score) {}

  /// The best hypotheses, best first; none when no version shows any timing pattern.
  static List<Hypothesis> of(Plane plane, Triple triple, Budget budget) {
    float estimate = Ruler.dimension(plane, triple);
    int version = Math.round((estimate - 17) / 4);
    int reach = 2 + version / 8;
    var found = new ArrayList<Hypothesis>();
    for (int v = Math.max(1, version - reach); v <= Math.min(40, version + reach + 1); v++) {
      if (budget.spent()) {
        break;
      }
      found.add(score(plane, triple, 17 + 4 * v));
    }
    found.sort(Comparator.comparingDouble(Hypothesis::score).reversed());
    found.removeIf(one -> one.score() < WORTHLESS || one.score() < KEPT * found.getFirst().score());
    return found.subList(0, Math.min(MOST, found.size()));
  }

  /// The contrast of both timing patterns without perspective, for the likeliest dimensions only.
  static float quick(Plane plane, Triple triple) {
    var a = triple.topLeft();
    var b = triple.topRight();
    var c = triple.bottomLeft();
    int version = Math.round((Ruler.dimension(plane, triple) - 17) / 4);
    float best = 0;
    for (int v = Math.max(1, version - 1); v <= Math.min(40, version + 1); v++) {
      float across = straight(plane, a, b, c, 17 + 4 * v);
      float down = straight(plane, a, c, b, 17 + 4 * v);
      best = Math.max(best, across + down);
    }
    return best;
  }

  /// The contrast of the timing pattern between two marks, for the best of all dimensions near the likeliest.
  static float contrast(Plane plane, FinderMark one, FinderMark other, FinderMark aside) {
    int version = Math.round((Ruler.between(plane, one, other) - 10) / 4);
    float best = 0;
    for (int v = Math.max(1, version - 2); v <= Math.min(40, version + 3); v++) {
      float sign = one.inverted() ? -1 : 1;
      int d = 17 + 4 * v;
      long edge =
          edge(plane, one.x(), one.y(), other.x(), other.y(), aside.x(), aside.y(), d, sign);
      best = Math.max(best, contrast(edge));
    }
    return best;
  }

  private static float straight(
      Plane plane, FinderMark from, FinderMark to, FinderMark aside, int dimension) {
    float part = 3f / (dimension - 7);
    float x = from.x() + part * (aside.x() - from.x());
    float y = from.y() + part * (aside.y() - from.y());
    float sign = from.inverted() ? -1 : 1;
    return sign * line(plane, x, y, to.x() - from.x(), to.y() - from.y(), dimension, 0);
  }

  private static Hypothesis score(Plane plane, Triple triple, int dimension) {
    var a = triple.topLeft();
    var b = triple.topRight();
    var c = triple.bottomLeft();
    float sign = triple.inverted() ? -1 : 1;
    long across = edge(plane, a.x(), a.y(), b.x(), b.y(), c.x(), c.y(), dimension, sign);
    long down = edge(plane, a.x(), a.y(), c.x(), c.y(), b.x(), b.y(), dimension, sign);
    return new Hypothesis(
        dimension, stretch(across), stretch(down), contrast(across) + contrast(down));
  }

  /// Two numbers in one, so that nothing is allocated here.
  private static float contrast(long edge) {
    return Float.intBitsToFloat((int) edge);
  }

  private static float stretch(long edge) {
    return ((int) (edge >> 32) - STRETCHES / 2) * STRETCH_STEP;
  }

  private static long edge(
      Plane plane, float ax, float ay, float bx, float by, float cx, float cy, int d, float sign) {
    float aside = 3f / (d - 7);
    float startX = ax + aside * (cx - ax);
    float startY = ay + aside * (cy - ay);
    int best = STRETCHES / 2;
    float contrast = -1;
    for (int i = 0; i < STRETCHES; i++) {
      float s = (i - STRETCHES / 2) * STRETCH_STEP;
      float one = sign * line(plane, startX, startY, bx - ax, by - ay, d, s);
      if (one > contrast) {
        contrast = one;
        best = i;
      }
    }
    return ((long) best << 32) | (Float.floatToIntBits(contrast) & 0xFFFF_FFFFL);
  }

  private static float line(
      Plane plane, float x, float y, float dx, float dy, int dimension, float stretch) {
    float light = 0;
    float dark = 0;
    float squares = 0;
    int lights = 0;
    int darks = 0;
    for (int k = 8; k <= dimension - 9; k++) {
      float u = (k - 3f) / (dimension - 7);
      float at = u * (1 + stretch) / (1 + stretch * u);
      float grey = plane.between(x + at * dx, y + at * dy);
      if (grey < 0) {
        return -1;
      }
      squares += grey * grey;
      if (k % 2 == 0) {
        dark += grey;
        darks++;
      } else {
        light += grey;
        lights++;
      }
    }
    float mean = (light + dark) / (lights + darks);
    float variance = Math.max(LEAST_VARIANCE, squares / (lights + darks) - mean * mean);
    return (light / lights - dark / darks) / (float) Math.sqrt(variance);
  }
}
