package org.jiujin.device.zxing;

/// Three corner marks that may belong to one symbol, named by the corner they mark (performance reference, 3.3).
///
/// @param penalty lower is more plausible
record Triple(FinderMark topLeft, FinderMark topRight, FinderMark bottomLeft, float penalty) {
  private static final float UNEQUAL_MODULES = 2.4f;
  private static final float UNEQUAL_LEGS = 2.6f;
  private static final float SLANT = 0.78f;
  private static final float SHORTEST_LEG_MODULES = 9;
  private static final float LONGEST_LEG_MODULES = 200;

  /// Puts three marks in order around a top left one; which of the others is which, their turn tells.
  static Triple around(FinderMark corner, FinderMark one, FinderMark other) {
    float cross =
        (one.x() - corner.x()) * (other.y() - corner.y())
            - (one.y() - corner.y()) * (other.x() - corner.x());
    return cross >= 0
        ? new Triple(corner, one, other, penalty(corner, one, other))
        : new Triple(corner, other, one, penalty(corner, other, one));
  }

  Triple scaled(float factor) {
    return new Triple(
        topLeft.scaled(factor), topRight.scaled(factor), bottomLeft.scaled(factor), penalty);
  }

  boolean plausible() {
    return penalty < Float.MAX_VALUE;
  }

  boolean inverted() {
    return topLeft.inverted();
  }

  /// The same marks within a pixel or so, as a key.
  long key() {
    return key(topLeft) * 31 * 31 + key(topRight) * 31 + key(bottomLeft) + (inverted() ? 1 : 0);
  }

  float legX() {
    return (float) Math.sqrt(squared(topLeft, topRight));
  }

  float legY() {
    return (float) Math.sqrt(squared(topLeft, bottomLeft));
  }

  private static float penalty(FinderMark corner, FinderMark one, FinderMark other) {
    float least = Math.min(corner.module(), Math.min(one.module(), other.module()));
    float most = Math.max(corner.module(), Math.max(one.module(), other.module()));
    float legX = (float) Math.sqrt(squared(corner, one));
    float legY = (float) Math.sqrt(squared(corner, other));
    float legModules = (legX + legY) / (least + most);
    float legRatio = Math.max(legX, legY) / Math.max(1, Math.min(legX, legY));
    float slant =
        Math.abs(
            ((one.x() - corner.x()) * (other.x() - corner.x())
                    + (one.y() - corner.y()) * (other.y() - corner.y()))
                / Math.max(1, legX * legY));
    if (most > UNEQUAL_MODULES * least
        || legModules < SHORTEST_LEG_MODULES
        || legModules > LONGEST_LEG_MODULES
        || legRatio > UNEQUAL_LEGS
        || slant > SLANT) {
      return Float.MAX_VALUE;
    }
    int seen = Math.min(corner.count(), Math.min(one.count(), other.count()));
    return legRatio - 1 + 1.2f * slant + 0.8f * (most / least - 1) - 0.02f * Math.min(10, seen);
  }

  private static float squared(FinderMark a, FinderMark b) {
    float dx = a.x() - b.x();
    float dy = a.y() - b.y();
    return dx * dx + dy * dy;
  }

  private static long key(FinderMark mark) {
    return Math.round(mark.x() / 3) * 8191L + Math.round(mark.y() / 3);
  }
}
