package org.jiujin.device.opencv;

import java.util.List;
import org.jiujin.device.camera.Corner;
import org.jiujin.device.camera.Paper;

/// What the perspective of four corners says about the page: the true ratio of its sides, and how much it is tilted.
///
/// The corners are the picture of a rectangle through a pinhole. Its two directions are at right angles, which gives the focal
/// length when the perspective is strong enough, and with the focal length their lengths and the page's normal (Zhang and He,
/// Whiteboard scanning and image enhancement, 2007).
final class PageShape {
  /// Of lenses of document cameras and webcams, in picture widths; used when the perspective does not tell.
  private static final double USUAL_FOCAL = 1.1;

  private static final double SHORTEST_FOCAL = 0.6;
  private static final double LONGEST_FOCAL = 2.2;
  private static final double LEAST_PERSPECTIVE = 0.012;
  private static final double SNAP = 0.045;
  private static final double FINEST_DPI = 300;
  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final int LONGEST_PIXELS = 3_508;

  private final List<Corner> corners;
  private final double ratio;
  private final double tiltDegrees;

  /// @param focal the lens in picture widths; 0 when not known
  PageShape(List<Corner> corners, int width, int height, double focal) {
    this.corners = List.copyOf(corners);
    double[] h = fromUnitSquare(corners, (width - 1) / 2.0, (height - 1) / 2.0, width);
    double f = focal > 0 ? focal : focal(h);
    double[] right = {h[0] / f, h[3] / f, h[6]};
    double[] down = {h[1] / f, h[4] / f, h[7]};
    this.ratio = length(down) / length(right);
    double[] normal = cross(right, down);
    this.tiltDegrees = Math.toDegrees(Math.acos(Math.min(1, Math.abs(normal[2]) / length(normal))));
  }

  double tiltDegrees() {
    return tiltDegrees;
  }

  /// The longer side in the camera's pixels.
  double longerPixels() {
    return Math.max(acrossPixels(), downPixels());
  }

  Paper paper() {
    double longer = Math.max(ratio, 1 / ratio);
    for (var paper : List.of(Paper.A4, Paper.ID_1)) {
      if (Math.abs(longer / nominal(paper) - 1) < SNAP) {
        return paper;
      }
    }
    return Paper.OTHER;
  }

  /// Height by width, of the paper when it is a known one.
  double heightByWidth() {
    var paper = paper();
    if (paper == Paper.OTHER) {
      return ratio;
    }
    return ratio > 1 ? nominal(paper) : 1 / nominal(paper);
  }

  /// How wide the straightened page is to be: no pixel of the camera is lost, up to 300 dots per inch.
  int straightWidth() {
    double width = Math.max(acrossPixels(), downPixels() / heightByWidth());
    double longer = width * Math.max(1, heightByWidth());
    return (int) Math.round(width * Math.min(1, mostPixels() / longer));
  }

  int straightHeight() {
    return (int) Math.round(straightWidth() * heightByWidth());
  }

  /// Dots per inch of the straightened page; 0 when the paper is not known.
  int dotsPerInch() {
    double millimetres = paper().longerMillimetres();
    int longer = Math.max(straightWidth(), straightHeight());
    return millimetres == 0 ? 0 : (int) Math.round(longer * MILLIMETRES_PER_INCH / millimetres);
  }

  private double mostPixels() {
    double millimetres = paper().longerMillimetres();
    return millimetres == 0
        ? LONGEST_PIXELS
        : Math.round(FINEST_DPI * millimetres / MILLIMETRES_PER_INCH);
  }

  private double acrossPixels() {
    return Math.max(
        corners.get(0).distance(corners.get(1)), corners.get(3).distance(corners.get(2)));
  }

  private double downPixels() {
    return Math.max(
        corners.get(0).distance(corners.get(3)), corners.get(1).distance(corners.get(2)));
  }

  private static double nominal(Paper paper) {
    return paper.longerMillimetres() / paper.shorterMillimetres();
  }

  /// The focal length for which both directions are at right angles, when it can be told.
  private static double focal(double[] h) {
    double perspective = h[6] * h[7];
    if (Math.abs(perspective) < LEAST_PERSPECTIVE) {
      return USUAL_FOCAL;
    }
    double square = -(h[0] * h[1] + h[3] * h[4]) / perspective;
    double focal = square > 0 ? Math.sqrt(square) : 0;
    return focal < SHORTEST_FOCAL || focal > LONGEST_FOCAL ? USUAL_FOCAL : focal;
  }

  /// The matrix that takes the unit square to the corners, row by row (Heckbert, Fundamentals of texture mapping, 1989).
  static double[] fromUnitSquare(
      List<Corner> corners, double centreX, double centreY, double unit) {
    double[] x = corners.stream().mapToDouble(c -> (c.x() - centreX) / unit).toArray();
    double[] y = corners.stream().mapToDouble(c -> (c.y() - centreY) / unit).toArray();
    double dx1 = x[1] - x[2];
    double dx2 = x[3] - x[2];
    double dx3 = x[0] - x[1] + x[2] - x[3];
    double dy1 = y[1] - y[2];
    double dy2 = y[3] - y[2];
    double dy3 = y[0] - y[1] + y[2] - y[3];
    double size = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / size;
    double h = (dx1 * dy3 - dx3 * dy1) / size;
    return new double[] {
      x[1] - x[0] + g * x[1],
      x[3] - x[0] + h * x[3],
      x[0],
      y[1] - y[0] + g * y[1],
      y[3] - y[0] + h * y[3],
      y[0],
      g,
      h,
      1
    };
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
