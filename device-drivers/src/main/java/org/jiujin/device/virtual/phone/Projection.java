package org.jiujin.device.virtual.phone;

/// A pinhole camera before a plane that is turned about the symbol's centre (performance reference, 4.2).
final class Projection {
  private static final double FOCAL = 1100;

  /// From points of the frame to points of the plane, both relative to the symbol's centre.
  private final double[] inverse;

  private final double[] forward;
  private final Shot.Pose pose;

  /// @param symbolWidth width of the symbol on the plane
  Projection(Shot.Pose pose, double symbolWidth) {
    this.pose = pose;
    double scale = pose.symbolPixels() / symbolWidth;
    double cr = StrictMath.cos(pose.roll());
    double sr = StrictMath.sin(pose.roll());
    double cx = StrictMath.cos(pose.tiltX());
    double sx = StrictMath.sin(pose.tiltX());
    double cy = StrictMath.cos(pose.tiltY());
    double sy = StrictMath.sin(pose.tiltY());
    // the first two columns of Ry · Rx · Rz
    double xx = cy * cr + sy * sx * sr;
    double xy = -cy * sr + sy * sx * cr;
    double yx = cx * sr;
    double yy = cx * cr;
    double zx = -sy * cr + cy * sx * sr;
    double zy = sy * sr + cy * sx * cr;
    forward =
        new double[] {
          FOCAL * scale * xx, FOCAL * scale * xy, 0,
          FOCAL * scale * yx, FOCAL * scale * yy, 0,
          scale * zx, scale * zy, FOCAL
        };
    inverse = adjugate(forward);
  }

  double frameX(double x, double y) {
    return pose.x() + (forward[0] * x + forward[1] * y) / depth(x, y);
  }

  double frameY(double x, double y) {
    return pose.y() + (forward[3] * x + forward[4] * y) / depth(x, y);
  }

  /// Writes the plane's point that is seen at a point of the frame.
  ///
  /// @return false when the plane is seen from behind there, or not at all
  boolean toPlane(double frameX, double frameY, double[] point) {
    double x = frameX - pose.x();
    double y = frameY - pose.y();
    double w = inverse[6] * x + inverse[7] * y + inverse[8];
    point[0] = (inverse[0] * x + inverse[1] * y + inverse[2]) / w;
    point[1] = (inverse[3] * x + inverse[4] * y + inverse[5]) / w;
    return depth(point[0], point[1]) > 0;
  }

  private double depth(double x, double y) {
    return forward[6] * x + forward[7] * y + forward[8];
  }

  private static double[] adjugate(double[] m) {
    return new double[] {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }
}
