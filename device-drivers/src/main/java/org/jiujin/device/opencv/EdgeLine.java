package org.jiujin.device.opencv;

import org.jiujin.device.camera.Corner;

/// A line through a picture with what lies on both sides of it, summed up so that any stretch is known at once.
final class EdgeLine {
  /// How far from the line the colours are compared; nearer lies the blur of the edge itself.
  private static final int BESIDE = 6;

  private final Line line;
  private final boolean border;
  private final int first;
  private final int count;
  private final double[] edge;
  private final double[][] before = new double[3][];
  private final double[][] behind = new double[3][];

  /// @param border whether it is the picture's own border, beyond which nothing is known
  EdgeLine(Line line, boolean border, EdgeMap map) {
    this.line = line;
    this.border = border;
    double[] span = span(line, map.raster());
    this.first = (int) Math.ceil(span[0]);
    this.count = Math.max(0, (int) Math.floor(span[1]) - first + 1);
    this.edge = new double[count + 1];
    for (int channel = 0; channel < 3; channel++) {
      before[channel] = new double[count + 1];
      behind[channel] = new double[count + 1];
    }
    sum(map);
  }

  private void sum(EdgeMap map) {
    var raster = map.raster();
    for (int i = 0; i < count; i++) {
      var point = line.point(first + i);
      boolean runs = !border && map.runsAlong(line, point.x(), point.y());
      edge[i + 1] = edge[i] + (runs ? 1 : 0);
      for (int channel = 0; channel < 3; channel++) {
        before[channel][i + 1] = before[channel][i] + beside(raster, point, BESIDE, channel);
        behind[channel][i + 1] = behind[channel][i] + beside(raster, point, -BESIDE, channel);
      }
    }
  }

  private int beside(Raster raster, Corner point, int aside, int channel) {
    return raster.nearest(point.x() + aside * line.nx(), point.y() + aside * line.ny(), channel);
  }

  /// From where to where along the line the picture reaches; empty when it does not meet it.
  private static double[] span(Line line, Raster raster) {
    double from = -1e9;
    double to = 1e9;
    double[][] limits = {
      {line.ny(), line.nx() * line.rho(), raster.width() - 1},
      {-line.nx(), line.ny() * line.rho(), raster.height() - 1}
    };
    for (double[] limit : limits) {
      if (Math.abs(limit[0]) < 1e-9) {
        continue;
      }
      double a = -limit[1] / limit[0];
      double b = (limit[2] - limit[1]) / limit[0];
      from = Math.max(from, Math.min(a, b));
      to = Math.min(to, Math.max(a, b));
    }
    return new double[] {from, to};
  }

  Line line() {
    return line;
  }

  boolean border() {
    return border;
  }

  /// What is known about the stretch between two points of the line.
  Stretch stretch(Corner a, Corner b) {
    double from = Math.min(line.along(a), line.along(b));
    double to = Math.max(line.along(a), line.along(b));
    int begin = Math.clamp(Math.round(from) - first, 0, count);
    int end = Math.clamp(Math.round(to) - first, 0, count);
    int length = Math.max(1, end - begin);
    double[] one = new double[3];
    double[] other = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      one[channel] = (before[channel][end] - before[channel][begin]) / length;
      other[channel] = (behind[channel][end] - behind[channel][begin]) / length;
    }
    return new Stretch(
        (edge[end] - edge[begin]) / length, (end - begin) / Math.max(1, to - from), one, other);
  }

  /// What lies along a part of a line.
  static final class Stretch {
    private final double support;
    private final double visible;
    private final double[] before;
    private final double[] behind;

    Stretch(double support, double visible, double[] before, double[] behind) {
      this.support = support;
      this.visible = visible;
      this.before = before;
      this.behind = behind;
    }

    /// The share along which there is an edge.
    double support() {
      return support;
    }

    /// The share inside the picture.
    double visible() {
      return visible;
    }

    /// The mean colour on the side where the normal points, or on the other one.
    double[] colour(boolean normalSide) {
      return normalSide ? before : behind;
    }

    /// How much the colours of both sides differ, 0 to 255.
    double contrast() {
      double sum = 0;
      for (int channel = 0; channel < 3; channel++) {
        double difference = before[channel] - behind[channel];
        sum += difference * difference;
      }
      return Math.sqrt(sum / 3);
    }
  }
}
