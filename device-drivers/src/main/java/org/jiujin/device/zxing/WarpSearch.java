package org.jiujin.device.zxing;

/// Measures how far a symbol leaves the plane, at each of its alignment patterns. Paper bends; from version 7 on there are
/// enough patterns to follow it.
final class WarpSearch {
  private static final int LEAST_CENTRES = 3;
  private static final float REACH = 2.5f;
  private static final float SEEN = 0.9f;

  private final AlignmentSearch alignment;

  WarpSearch(AlignmentSearch alignment) {
    this.alignment = alignment;
  }

  static boolean possible(int dimension) {
    return FunctionModules.of(dimension).alignmentCentres().length >= LEAST_CENTRES;
  }

  /// Looks for every pattern where its neighbour above or to the left lets expect it.
  Warp measure(Plane plane, Homography map, boolean inverted, Budget budget) {
    alignment.prepare(plane, inverted);
    var modules = FunctionModules.of(map.dimension());
    var centres = modules.alignmentCentres();
    int count = centres.length;
    var offsetX = new float[count * count];
    var offsetY = new float[count * count];
    for (int row = 0; row < count && !budget.spent(); row++) {
      for (int column = 0; column < count; column++) {
        if (modules.alignmentAt(column, row)) {
          int i = row * count + column;
          int near = column > 0 ? i - 1 : i - count;
          float u = map.unit(centres[column] + 0.5f);
          float v = map.unit(centres[row] + 0.5f);
          place(map, u, v, i, near, offsetX, offsetY, budget);
        }
      }
    }
    return new Warp(centres, offsetX, offsetY);
  }

  private void place(
      Homography map,
      float u,
      float v,
      int i,
      int near,
      float[] offsetX,
      float[] offsetY,
      Budget budget) {
    var expected = new Homography(map);
    expected.shift(offsetX[near], offsetY[near]);
    offsetX[i] = offsetX[near];
    offsetY[i] = offsetY[near];
    var places = alignment.around(expected, u, v, REACH, budget);
    if (!places.isEmpty() && places.getFirst().score() > SEEN) {
      offsetX[i] = places.getFirst().x() - map.x(u, v);
      offsetY[i] = places.getFirst().y() - map.y(u, v);
    }
  }
}
