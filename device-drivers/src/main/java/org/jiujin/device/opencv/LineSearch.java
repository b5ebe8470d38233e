package org.jiujin.device.opencv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiujin.device.camera.Corner;

/// Finds the straight lines of a picture, the longest edges first.
///
/// A Hough transform in which an edge votes only for lines that run the way it does: writing, whose edges run every way, then
/// makes few lines of its own.
final class LineSearch {
  private static final int MOST = 34;
  private static final double APART_DEGREES = 2.5;
  private static final double APART_PIXELS = 5;
  private static final int ANGLES = 360;

  /// An edge votes for lines up to this many half degrees beside its own direction.
  private static final int SPREAD = 10;

  private LineSearch() {}

  static List<EdgeLine> lines(EdgeMap map) {
    var lines = new ArrayList<EdgeLine>();
    for (var line : straight(map)) {
      lines.add(new EdgeLine(line, false, map));
    }
    int width = map.raster().width();
    int height = map.raster().height();
    lines.add(new EdgeLine(new Line(1, 0, 0), true, map));
    lines.add(new EdgeLine(new Line(1, 0, width - 1), true, map));
    lines.add(new EdgeLine(new Line(0, 1, 0), true, map));
    lines.add(new EdgeLine(new Line(0, 1, height - 1), true, map));
    return lines;
  }

  private static List<Line> straight(EdgeMap map) {
    var raster = map.raster();
    int reach = (int) Math.ceil(Math.hypot(raster.width(), raster.height())) + 2;
    int[][] votes = new int[ANGLES][2 * reach + 1];
    map.ridges((x, y, angle) -> vote(votes, reach, x, y, angle));
    int fewest = Math.min(raster.width(), raster.height()) / 10;
    var kept = new ArrayList<Line>();
    for (var peak : peaks(votes, fewest)) {
      double angle = Math.PI * peak.angle / ANGLES;
      var line = new Line(Math.cos(angle), Math.sin(angle), peak.rho - reach);
      if (kept.size() < MOST && kept.stream().noneMatch(other -> same(line, other, raster))) {
        kept.add(line);
      }
    }
    return kept;
  }

  private static void vote(int[][] votes, int reach, int x, int y, double angle) {
    int own = (int) Math.round(angle * ANGLES / Math.PI);
    for (int turn = -SPREAD; turn <= SPREAD; turn++) {
      int cell = Math.floorMod(own + turn, ANGLES);
      double rho = x * Math.cos(Math.PI * cell / ANGLES) + y * Math.sin(Math.PI * cell / ANGLES);
      votes[cell][(int) Math.round(rho) + reach]++;
    }
  }

  private static List<Peak> peaks(int[][] votes, int fewest) {
    var peaks = new ArrayList<Peak>();
    for (int angle = 0; angle < ANGLES; angle++) {
      int[] row = votes[angle];
      for (int rho = 1; rho + 1 < row.length; rho++) {
        int sum = row[rho - 1] + row[rho] + row[rho + 1];
        if (sum >= fewest && row[rho] >= row[rho - 1] && row[rho] >= row[rho + 1]) {
          peaks.add(new Peak(angle, rho, sum));
        }
      }
    }
    peaks.sort(Comparator.comparingInt(Peak::votes).reversed());
    return peaks;
  }

  /// Neighbouring cells of the Hough plane hold the same line; the fullest stands for it.
  private static boolean same(Line a, Line b, Raster raster) {
    if (a.angle(b) > APART_DEGREES) {
      return false;
    }
    var middle = new Corner(raster.width() / 2.0, raster.height() / 2.0);
    return Math.abs(b.aside(a.point(a.along(middle)))) < APART_PIXELS;
  }

  private record Peak(int angle, int rho, int votes) {}
}
