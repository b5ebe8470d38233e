package org.jiujin.demo.story;

import java.util.ArrayList;
import java.util.List;
import org.jiujin.demo.peer.TouchScreen.Place;

/// How the resident signs: 甘 in five strokes and a flourish, long enough to count as a signature.
final class Signature {
  /// Corners of each stroke in hundredths of the field's width and height; between them the finger moves in curves.
  private static final int[][] CORNERS = {
    {16, 40, 26, 38, 38, 39},
    {22, 26, 22, 48, 23, 74},
    {32, 25, 32, 50, 31, 74},
    {23, 56, 27, 55, 31, 56},
    {23, 74, 27, 73, 31, 74},
    {44, 46, 52, 32, 50, 66, 60, 38, 59, 68, 70, 42, 70, 64, 80, 46, 86, 58},
  };

  private static final int STEPS = 6;

  private Signature() {}

  /// The strokes, one after the other.
  static List<List<Place>> strokes() {
    var strokes = new ArrayList<List<Place>>();
    for (int[] corners : CORNERS) {
      strokes.add(curve(corners));
    }
    return strokes;
  }

  /// A Catmull-Rom curve through the corners.
  private static List<Place> curve(int[] corners) {
    int last = corners.length / 2 - 1;
    var places = new ArrayList<Place>();
    for (int at = 0; at < last; at++) {
      for (int step = 0; step < STEPS; step++) {
        double along = (double) step / STEPS;
        places.add(
            new Place(between(corners, 0, at, along) / 100, between(corners, 1, at, along) / 100));
      }
    }
    places.add(new Place(corners[2 * last] / 100.0, corners[2 * last + 1] / 100.0));
    return places;
  }

  private static double between(int[] corners, int axis, int at, double along) {
    int last = corners.length / 2 - 1;
    double before = corners[2 * Math.max(0, at - 1) + axis];
    double from = corners[2 * at + axis];
    double to = corners[2 * (at + 1) + axis];
    double after = corners[2 * Math.min(last, at + 2) + axis];
    return 0.5
        * (2 * from
            + (to - before) * along
            + (2 * before - 5 * from + 4 * to - after) * along * along
            + (3 * from - before - 3 * to + after) * along * along * along);
  }
}
