package org.jiujin.device.zxing;

/// From modules of a symbol to pixels of the frame, fixed by four points: the centres of the three corner marks and a
/// fourth towards the lower right, which is the alignment pattern's centre, or the missing corner mark's in version 1.
///
/// `u` and `v` are modules from the top left mark's centre in units of the distance between the marks.
final class Homography {
  private final int dimension;
  private final float span;
  private final float fourth;

  /// x and y of top left, top right, bottom left and fourth point.
  private final float[] points = new float[8];

  private float ax;
  private float ay;
  private float bx;
  private float by;
  private float g;
  private float h;

  Homography(int dimension) {
    this.dimension = dimension;
    this.span = dimension - 7;
    this.fourth = dimension > 21 ? (dimension - 10) / span : 1;
  }

  Homography(Homography other) {
    this(other.dimension);
    System.arraycopy(other.points, 0, points, 0, 8);
    solve();
  }

  /// The same in a picture of another size.
  Homography scaled(float factor) {
    var scaled = new Homography(dimension);
    for (int i = 0; i < 8; i++) {
      scaled.points[i] = points[i] * factor;
    }
    scaled.solve();
    return scaled;
  }

  int dimension() {
    return dimension;
  }

  /// Where the fourth point lies, in `u` and in `v`.
  float fourth() {
    return fourth;
  }

  void marks(Triple triple) {
    points[0] = triple.topLeft().x();
    points[1] = triple.topLeft().y();
    points[2] = triple.topRight().x();
    points[3] = triple.topRight().y();
    points[4] = triple.bottomLeft().x();
    points[5] = triple.bottomLeft().y();
  }

  /// Sets the fourth point by how much each side is stretched by perspective.
  void stretch(float newG, float newH) {
    g = newG;
    h = newH;
    ax = (1 + g) * points[2] - points[0];
    ay = (1 + g) * points[3] - points[1];
    bx = (1 + h) * points[4] - points[0];
    by = (1 + h) * points[5] - points[1];
    float w = 1 / (1 + fourth * (g + h));
    points[6] = w * (fourth * (ax + bx) + points[0]);
    points[7] = w * (fourth * (ay + by) + points[1]);
  }

  void fourthAt(float x, float y) {
    points[6] = x;
    points[7] = y;
    solve();
  }

  float point(int i) {
    return points[i];
  }

  void move(int i, float by) {
    points[i] += by;
    solve();
  }

  void shift(float dx, float dy) {
    for (int i = 0; i < 8; i += 2) {
      points[i] += dx;
      points[i + 1] += dy;
    }
    solve();
  }

  /// The mean width of a module in pixels.
  float module() {
    float across = distance(0, 2);
    float down = distance(0, 4);
    return (across + down) / 2 / span;
  }

  private float distance(int i, int j) {
    float dx = points[i] - points[j];
    float dy = points[i + 1] - points[j + 1];
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  /// The coefficients: `x = (ax u + bx v + points[0]) / (g u + h v + 1)`, and `y` the same way.
  float ax() {
    return ax;
  }

  float ay() {
    return ay;
  }

  float bx() {
    return bx;
  }

  float by() {
    return by;
  }

  float g() {
    return g;
  }

  float h() {
    return h;
  }

  float x(float u, float v) {
    return (ax * u + bx * v + points[0]) / (g * u + h * v + 1);
  }

  float y(float u, float v) {
    return (ay * u + by * v + points[1]) / (g * u + h * v + 1);
  }

  /// `u` or `v` of a place in modules, where a module's centre lies at one half.
  float unit(float modules) {
    return (modules - 3.5f) / span;
  }

  private void solve() {
    float k = fourth;
    float m00 = k * (points[2] - points[6]);
    float m01 = k * (points[4] - points[6]);
    float m10 = k * (points[3] - points[7]);
    float m11 = k * (points[5] - points[7]);
    float rx = points[6] - points[0] - k * (points[2] + points[4] - 2 * points[0]);
    float ry = points[7] - points[1] - k * (points[3] + points[5] - 2 * points[1]);
    float determinant = m00 * m11 - m01 * m10;
    if (Math.abs(determinant) < 1e-6f) {
      g = 0;
      h = 0;
    } else {
      g = (rx * m11 - m01 * ry) / determinant;
      h = (m00 * ry - m10 * rx) / determinant;
    }
    ax = (1 + g) * points[2] - points[0];
    ay = (1 + g) * points[3] - points[1];
    bx = (1 + h) * points[4] - points[0];
    by = (1 + h) * points[5] - points[1];
  }
}
