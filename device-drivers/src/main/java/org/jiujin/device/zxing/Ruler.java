package org.jiujin.device.zxing;

/// Measures how wide a module is at a corner mark, along a side of the symbol: across a mark's core, gap and ring are
/// seven modules.
final class Ruler {
  private static final float LEAST = 0.8f;
  private static final float MOST = 1.6f;
  private static final float STEP = 0.5f;

  private Ruler() {}

  /// The symbol's dimension as the marks show it.
  static float dimension(Plane plane, Triple triple) {
    float across = side(plane, triple.topLeft(), triple.topRight());
    float down = side(plane, triple.topLeft(), triple.bottomLeft());
    float measured = (across > 0 && down > 0 ? (across + down) / 2 : across + down) + 7;
    float rough = rough(triple);
    return measured < LEAST * rough || measured > MOST * rough ? rough : measured;
  }

  /// Modules from one mark's centre to the other's, as both show it.
  static float between(Plane plane, FinderMark one, FinderMark other) {
    float measured = side(plane, one, other);
    float length = (float) Math.hypot(one.x() - other.x(), one.y() - other.y());
    float rough = 2 * length / (one.module() + other.module());
    return measured < LEAST * rough || measured > MOST * rough ? rough : measured;
  }

  /// By rows and columns through the marks: too few modules where the symbol is turned, but blur and noise do not spoil it.
  private static float rough(Triple triple) {
    float module =
        (triple.topLeft().module() + triple.topRight().module() + triple.bottomLeft().module()) / 3;
    return (triple.legX() + triple.legY()) / 2 / module + 7;
  }

  /// Modules from one mark's centre to the other's.
  private static float side(Plane plane, FinderMark one, FinderMark other) {
    float dx = other.x() - one.x();
    float dy = other.y() - one.y();
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    float first = module(plane, one, dx / length, dy / length);
    float second = module(plane, other, dx / length, dy / length);
    if (first <= 0 || second <= 0) {
      return first + second > 0 ? length / (first + second) : 0;
    }
    return 2 * length / (first + second);
  }

  private static float module(Plane plane, FinderMark mark, float dx, float dy) {
    float threshold = threshold(plane, mark, dx, dy);
    float most = 9 * mark.module();
    float forward = ring(plane, mark, dx, dy, threshold, most);
    float backward = ring(plane, mark, -dx, -dy, threshold, most);
    if (forward > 0 && backward > 0) {
      return (forward + backward) / 7;
    }
    return (forward + backward) * 2 / 7;
  }

  /// The middle of the darkest and lightest grey on the way.
  private static float threshold(Plane plane, FinderMark mark, float dx, float dy) {
    float low = 255;
    float high = 0;
    float reach = 4 * mark.module();
    for (float t = -reach; t <= reach; t += 2 * STEP) {
      float grey = plane.between(mark.x() + t * dx, mark.y() + t * dy);
      if (grey >= 0) {
        low = Math.min(low, grey);
        high = Math.max(high, grey);
      }
    }
    return (low + high) / 2;
  }

  /// The distance from the centre to the ring's outer edge.
  private static float ring(
      Plane plane, FinderMark mark, float dx, float dy, float threshold, float most) {
    boolean inCore = !mark.inverted();
    boolean wanted = inCore;
    int changes = 0;
    for (float t = 0; t < most; t += STEP) {
      float grey = plane.between(mark.x() + t * dx, mark.y() + t * dy);
      if (grey < 0) {
        return changes == 2 ? t : 0;
      }
      if (grey < threshold != wanted) {
        wanted = !wanted;
        changes++;
        if (changes == 3) {
          return t - STEP / 2;
        }
      }
    }
    return 0;
  }
}
