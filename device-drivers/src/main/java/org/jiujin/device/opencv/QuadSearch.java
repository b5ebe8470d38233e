package org.jiujin.device.opencv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.camera.Corner;

/// Tries which four lines are the sides of a page.
///
/// A side has an edge all along, different colours before and behind, and ends at its corners. Lines of writing and of tables
/// have the same paper on both sides; that is how the outermost frame is told from those inside it.
final class QuadSearch {
  private static final double MOST_OPPOSITE_DEGREES = 55;
  private static final double LEAST_ADJACENT_DEGREES = 35;
  private static final double LEAST_AREA = 0.02;
  private static final double BORDER_QUALITY = 0.62;
  private static final double FULL_CONTRAST = 10;
  private static final double BEYOND = 0.15;

  private final List<EdgeLine> lines;
  private final int width;
  private final int height;
  private Optional<Outline> best = Optional.empty();

  QuadSearch(List<EdgeLine> lines, int width, int height) {
    this.lines = lines;
    this.width = width;
    this.height = height;
  }

  Optional<Outline> best() {
    var pairs = opposites();
    for (int i = 0; i < pairs.size(); i++) {
      for (int k = i + 1; k < pairs.size(); k++) {
        consider(pairs.get(i), pairs.get(k));
      }
    }
    return best;
  }

  private List<EdgeLine[]> opposites() {
    var pairs = new ArrayList<EdgeLine[]>();
    for (int i = 0; i < lines.size(); i++) {
      for (int k = i + 1; k < lines.size(); k++) {
        var a = lines.get(i);
        var b = lines.get(k);
        if (a.line().angle(b.line()) < MOST_OPPOSITE_DEGREES && !(a.border() && b.border())) {
          pairs.add(new EdgeLine[] {a, b});
        }
      }
    }
    return pairs;
  }

  private void consider(EdgeLine[] pair, EdgeLine[] crossing) {
    if (pair[0].line().angle(crossing[0].line()) < LEAST_ADJACENT_DEGREES
        || pair[1].line().angle(crossing[1].line()) < LEAST_ADJACENT_DEGREES) {
      return;
    }
    var sides = new EdgeLine[] {pair[0], crossing[0], pair[1], crossing[1]};
    var corners = new Corner[4];
    for (int i = 0; i < 4; i++) {
      var corner = sides[(i + 3) % 4].line().meets(sides[i].line());
      if (corner.isEmpty() || farOut(corner.get())) {
        return;
      }
      corners[i] = corner.get();
    }
    // corners[i] and corners[i + 1] are the ends of sides[i]
    double ceiling = best.map(Outline::support).orElse(0.0);
    double area = area(corners);
    if (area < LEAST_AREA * width * height || areaFactor(area) <= ceiling || !convex(corners)) {
      return;
    }
    double support = support(sides, corners) * areaFactor(area);
    if (support > ceiling) {
      boolean cut = false;
      for (var side : sides) {
        cut |= side.border();
      }
      best = Optional.of(new Outline(ordered(corners), support, cut));
    }
  }

  private boolean farOut(Corner corner) {
    return corner.x() < -width * 0.35
        || corner.y() < -height * 0.35
        || corner.x() > width * 1.35
        || corner.y() > height * 1.35;
  }

  private double areaFactor(double area) {
    return 0.8 + 0.2 * Math.min(1, Math.sqrt(area / (width * (double) height)));
  }

  private static double area(Corner[] corners) {
    double twice = 0;
    for (int i = 0; i < 4; i++) {
      var a = corners[i];
      var b = corners[(i + 1) % 4];
      twice += a.x() * b.y() - a.y() * b.x();
    }
    return Math.abs(twice) / 2;
  }

  private static boolean convex(Corner[] c) {
    int positive = 0;
    for (int i = 0; i < 4; i++) {
      var a = c[i];
      var b = c[(i + 1) % 4];
      var d = c[(i + 2) % 4];
      double cross = (b.x() - a.x()) * (d.y() - b.y()) - (b.y() - a.y()) * (d.x() - b.x());
      positive += cross > 0 ? 1 : 0;
    }
    return positive == 0 || positive == 4;
  }

  private double support(EdgeLine[] sides, Corner[] corners) {
    double sum = 0;
    double least = 1;
    var inside = new double[4][];
    var middle = middle(corners);
    for (int i = 0; i < 4; i++) {
      var from = corners[i];
      var to = corners[(i + 1) % 4];
      var stretch = sides[i].stretch(from, to);
      inside[i] = stretch.colour(sides[i].line().aside(middle) > 0);
      double quality = sides[i].border() ? BORDER_QUALITY : quality(sides[i], stretch, from, to);
      sum += quality;
      least = Math.min(least, quality);
    }
    return 0.5 * sum / 4 + 0.5 * least - 0.12 * unlike(inside);
  }

  private static double quality(EdgeLine side, EdgeLine.Stretch stretch, Corner from, Corner to) {
    double contrast = Math.min(1, stretch.contrast() / FULL_CONTRAST);
    double own = stretch.support() * (0.3 + 0.7 * contrast) * (0.5 + 0.5 * stretch.visible());
    double beyond = 0.5 * (beyond(side, from, to) + beyond(side, to, from));
    return own - 0.3 * beyond;
  }

  /// How much of an edge goes on past a corner where a page's side would end.
  private static double beyond(EdgeLine side, Corner from, Corner corner) {
    var further =
        new Corner(
            corner.x() + (corner.x() - from.x()) * BEYOND,
            corner.y() + (corner.y() - from.y()) * BEYOND);
    var stretch = side.stretch(corner, further);
    return stretch.support() * stretch.visible();
  }

  /// How much the paper beside the four sides differs in colour, 0 to 1.
  private static double unlike(double[][] inside) {
    double most = 0;
    for (int i = 0; i < 4; i++) {
      for (int k = i + 1; k < 4; k++) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
          sum += Math.abs(inside[i][channel] - inside[k][channel]) / 3;
        }
        most = Math.max(most, sum);
      }
    }
    return Math.min(1, most / 100);
  }

  private static Corner middle(Corner[] corners) {
    double x = 0;
    double y = 0;
    for (var corner : corners) {
      x += corner.x() / 4;
      y += corner.y() / 4;
    }
    return new Corner(x, y);
  }

  /// Clockwise as seen, from the corner whose side to the next one runs most to the right.
  static List<Corner> ordered(Corner[] corners) {
    var middle = middle(corners);
    var around = new ArrayList<>(List.of(corners));
    around.sort(
        Comparator.comparingDouble(
            corner -> Math.atan2(corner.y() - middle.y(), corner.x() - middle.x())));
    int start = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 4; i++) {
      var from = around.get(i);
      var to = around.get((i + 1) % 4);
      double right = (to.x() - from.x()) / from.distance(to);
      if (right > most) {
        most = right;
        start = i;
      }
    }
    Collections.rotate(around, -start);
    return around;
  }
}
