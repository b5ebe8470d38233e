package org.jiujin.device.opencv;

import java.util.Optional;
import org.jiujin.device.camera.Corner;

/// A straight line: the points with `nx·x + ny·y = rho`; nx and ny have length 1 together.
record Line(double nx, double ny, double rho) {
  /// Lines nearer to parallel than this do not meet in a corner.
  private static final double LEAST_SINE = 0.2;

  static Line through(Corner a, Corner b) {
    double length = a.distance(b);
    double nx = -(b.y() - a.y()) / length;
    double ny = (b.x() - a.x()) / length;
    return new Line(nx, ny, nx * a.x() + ny * a.y());
  }

  Optional<Corner> meets(Line other) {
    double sine = nx * other.ny - ny * other.nx;
    if (Math.abs(sine) < LEAST_SINE) {
      return Optional.empty();
    }
    return Optional.of(
        new Corner(
            (rho * other.ny - other.rho * ny) / sine, (other.rho * nx - rho * other.nx) / sine));
  }

  /// How far a point is along the line, from the line's point nearest to the origin.
  double along(Corner point) {
    return ny * point.x() - nx * point.y();
  }

  /// The point that far along.
  Corner point(double along) {
    return new Corner(nx * rho + ny * along, ny * rho - nx * along);
  }

  /// How far a point is to the side, positive where the normal points.
  double aside(Corner point) {
    return nx * point.x() + ny * point.y() - rho;
  }

  /// The angle to another line, 0 to 90 degrees.
  double angle(Line other) {
    return Math.toDegrees(Math.acos(Math.min(1, Math.abs(nx * other.nx + ny * other.ny))));
  }
}
