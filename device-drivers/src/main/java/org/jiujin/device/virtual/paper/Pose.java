package org.jiujin.device.virtual.paper;

import java.awt.geom.Point2D;
import java.util.List;

/// How a sheet lies before a pinhole camera that looks straight down when nothing is tilted.
///
/// @param focal the lens, in picture widths
/// @param distance from the lens to the sheet's middle, in millimetres
/// @param shiftX, shiftY where the sheet's middle is, in picture widths from the picture's middle
/// @param turn about the line of sight, in degrees
/// @param tiltX, tiltY about the picture's axes, in degrees
record Pose(
    double focal,
    double distance,
    double shiftX,
    double shiftY,
    double turn,
    double tiltX,
    double tiltY) {
  /// The matrix from millimetres on the sheet to pixels, row by row.
  double[] toPixels(Sheet sheet, int width, int height) {
    double f = focal * width;
    double[][] r = rotation();
    double halfWidth = sheet.widthMillimetres() / 2;
    double halfHeight = sheet.heightMillimetres() / 2;
    double[] t = {shiftX * distance / focal, shiftY * distance / focal, distance};
    double[] matrix = new double[9];
    for (int row = 0; row < 3; row++) {
      matrix[row * 3] = r[row][0];
      matrix[row * 3 + 1] = r[row][1];
      matrix[row * 3 + 2] = t[row] - r[row][0] * halfWidth - r[row][1] * halfHeight;
    }
    double centreX = (width - 1) / 2.0;
    double centreY = (height - 1) / 2.0;
    for (int column = 0; column < 3; column++) {
      double depth = matrix[6 + column];
      matrix[column] = f * matrix[column] + centreX * depth;
      matrix[3 + column] = f * matrix[3 + column] + centreY * depth;
    }
    return matrix;
  }

  /// The sheet's corners in the picture, clockwise from the sheet's own top left.
  List<Point2D> corners(Sheet sheet, int width, int height) {
    double[] matrix = toPixels(sheet, width, height);
    double right = sheet.widthMillimetres();
    double bottom = sheet.heightMillimetres();
    return List.of(
        map(matrix, 0, 0),
        map(matrix, right, 0),
        map(matrix, right, bottom),
        map(matrix, 0, bottom));
  }

  private static Point2D map(double[] m, double x, double y) {
    double w = m[6] * x + m[7] * y + m[8];
    return new Point2D.Double((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w);
  }

  private double[][] rotation() {
    return multiply(about(0, tiltX), multiply(about(1, tiltY), about(2, turn)));
  }

  private static double[][] about(int axis, double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return switch (axis) {
      case 0 -> new double[][] {{1, 0, 0}, {0, c, -s}, {0, s, c}};
      case 1 -> new double[][] {{c, 0, s}, {0, 1, 0}, {-s, 0, c}};
      default -> new double[][] {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
    };
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          product[row][column] += a[row][k] * b[k][column];
        }
      }
    }
    return product;
  }
}
