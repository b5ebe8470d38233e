package org.jiujin.device.opencv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.camera.Corner;

/// Moves an outline onto the page's edges to a fraction of a pixel.
///
/// Each side is crossed by many short probes along which the colour changes from desk to paper. The places of the steepest
/// change are joined by a line that outliers (a finger, a shadow) do not bend; the corners are where those lines meet.
final class CornerRefinement {
  private static final int PROBES = 72;
  private static final int ROUNDS = 8;
  private static final double STEP = 0.5;

  private final Raster raster;
  private final double reach;

  /// @param reach how far off the outline may be, in pixels
  CornerRefinement(Raster raster, double reach) {
    this.raster = raster;
    this.reach = reach;
  }

  /// The refined outline; the same one where the picture gives no hold.
  Outline refine(Outline rough) {
    var corners = rough.corners();
    var sides = new ArrayList<Line>();
    for (int i = 0; i < 4; i++) {
      sides.add(side(corners.get(i), corners.get((i + 1) % 4)));
    }
    var refined = new ArrayList<Corner>();
    for (int i = 0; i < 4; i++) {
      var corner = sides.get((i + 3) % 4).meets(sides.get(i));
      if (corner.isEmpty() || corner.get().distance(corners.get(i)) > reach * 4) {
        return rough;
      }
      refined.add(corner.get());
    }
    return rough.with(refined);
  }

  private Line side(Corner from, Corner to) {
    var rough =
        Line.through(
            from,
            to); // the normal points into the page, which lies to the right of a clockwise walk
    double[] colours = colourChange(rough, from, to);
    var points = new ArrayList<Corner>();
    for (int i = 0; i < PROBES; i++) {
      double part = 0.05 + 0.9 * i / (PROBES - 1);
      var on =
          new Corner(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
      if (inside(on)) {
        probe(rough, on, colours).ifPresent(points::add);
      }
    }
    return points.size() < PROBES / 4 ? rough : fit(points, rough);
  }

  private boolean inside(Corner point) {
    return point.x() >= 0
        && point.y() >= 0
        && point.x() <= raster.width() - 1
        && point.y() <= raster.height() - 1;
  }

  /// The mean change of each channel from outside to inside: along it the probes look.
  private double[] colourChange(Line line, Corner from, Corner to) {
    double[] change = new double[3];
    double away = reach + 2;
    for (int i = 1; i < 24; i++) {
      double x = from.x() + (to.x() - from.x()) * i / 24;
      double y = from.y() + (to.y() - from.y()) * i / 24;
      for (int channel = 0; channel < 3; channel++) {
        change[channel] +=
            raster.at(x + line.nx() * away, y + line.ny() * away, channel)
                - raster.at(x - line.nx() * away, y - line.ny() * away, channel);
      }
    }
    double length = Math.sqrt(Arrays.stream(change).map(c -> c * c).sum());
    return length < 1
        ? new double[] {0.58, 0.58, 0.58}
        : Arrays.stream(change).map(c -> c / length).toArray();
  }

  private Optional<Corner> probe(Line line, Corner on, double[] colours) {
    int half = (int) Math.ceil(reach / STEP);
    double[] values = new double[2 * half + 5];
    for (int i = 0; i < values.length; i++) {
      double away = (i - half - 2) * STEP;
      for (int channel = 0; channel < 3; channel++) {
        values[i] +=
            colours[channel]
                * raster.at(on.x() + line.nx() * away, on.y() + line.ny() * away, channel);
      }
    }
    int steepest = 2;
    for (int i = 2; i < values.length - 2; i++) {
      if (slope(values, i) > slope(values, steepest)) {
        steepest = i;
      }
    }
    double peak = slope(values, steepest);
    if (peak < 2 || steepest < 3 || steepest > values.length - 4) {
      return Optional.empty();
    }
    double left = slope(values, steepest - 1);
    double right = slope(values, steepest + 1);
    double bend = left - 2 * peak + right;
    double finer = bend < 0 ? 0.5 * (left - right) / bend : 0;
    double away = (steepest + Math.clamp(finer, -1, 1) - half - 2) * STEP;
    return Optional.of(new Corner(on.x() + line.nx() * away, on.y() + line.ny() * away));
  }

  private static double slope(double[] values, int at) {
    return values[at + 2] + values[at + 1] - values[at - 1] - values[at - 2];
  }

  /// A line through most of the points: those that are off count less with each round (Tukey's biweight).
  private static Line fit(List<Corner> points, Line start) {
    var line = start;
    for (int round = 0; round < ROUNDS; round++) {
      var current = line;
      double[] off =
          points.stream().mapToDouble(p -> Math.abs(current.aside(p))).sorted().toArray();
      double tolerance = Math.max(0.6, 3.5 * off[off.length / 2]);
      line = weighted(points, current, tolerance);
    }
    return line;
  }

  private static Line weighted(List<Corner> points, Line line, double tolerance) {
    double total = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (var point : points) {
      double relative = line.aside(point) / tolerance;
      double weight = Math.abs(relative) < 1 ? Math.pow(1 - relative * relative, 2) : 0;
      total += weight;
      x += weight * point.x();
      y += weight * point.y();
      xx += weight * point.x() * point.x();
      xy += weight * point.x() * point.y();
      yy += weight * point.y() * point.y();
    }
    if (total < 4) {
      return line;
    }
    x /= total;
    y /= total;
    double a = xx / total - x * x;
    double b = xy / total - x * y;
    double c = yy / total - y * y;
    double angle = 0.5 * Math.atan2(2 * b, a - c); // of the direction in which the points lie
    double nx = -Math.sin(angle);
    double ny = Math.cos(angle);
    double turn = nx * line.nx() + ny * line.ny() < 0 ? -1 : 1;
    return new Line(turn * nx, turn * ny, turn * (nx * x + ny * y));
  }
}
