package org.jiujin.device.zxing;

/// The grey of every module of a symbol, and of one module around it; dark is always low.
final class ModuleGrid {
  /// Modules around the symbol.
  static final int RIM = 1;

  private static final float APART = 0.22f;

  private int dimension;
  private int side;
  private float[] grey = new float[0];

  int dimension() {
    return dimension;
  }

  /// Dimension and both rims.
  int side() {
    return side;
  }

  /// Row by row, [#side] in a row.
  float[] grey() {
    return grey;
  }

  /// Samples each module at its centre and beside it.
  void sample(Plane plane, Homography map, boolean inverted) {
    sample(plane, map, inverted, Warp.FLAT);
  }

  /// @param warp where the symbol leaves the plane of the homography
  void sample(Plane plane, Homography map, boolean inverted, Warp warp) {
    size(map.dimension());
    float unit = 1f / (dimension - 7);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int x = column - RIM;
        int y = row - RIM;
        float u = (x - 3) * unit;
        float v = (y - 3) * unit;
        float dx = warp.dx(x, y);
        float dy = warp.dy(x, y);
        float value = at(plane, map, u, v, dx, dy, APART * unit);
        grey[row * side + column] = inverted ? 255 - value : value;
      }
    }
  }

  private static float at(
      Plane plane, Homography map, float u, float v, float dx, float dy, float apart) {
    float sum = 0;
    int seen = 0;
    for (int i = 0; i < 5; i++) {
      float pu = i == 1 ? u - apart : i == 2 ? u + apart : u;
      float pv = i == 3 ? v - apart : i == 4 ? v + apart : v;
      float w = 1 / (map.g() * pu + map.h() * pv + 1);
      float px = (map.ax() * pu + map.bx() * pv + map.point(0)) * w + dx;
      float py = (map.ay() * pu + map.by() * pv + map.point(1)) * w + dy;
      float value = plane.between(px, py);
      if (value >= 0) {
        sum += value;
        seen++;
      }
    }
    return seen == 0 ? 128 : sum / seen;
  }

  private void size(int newDimension) {
    dimension = newDimension;
    side = dimension + 2 * RIM;
    if (grey.length < side * side) {
      grey = new float[side * side];
    }
  }
}
