package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks for an alignment pattern around the place where it is expected (performance reference, 3.5).
final class AlignmentSearch {
  private static final float LEAST_VARIANCE = 9;
  private static final float DISTANCE_COST = 0.012f;
  private static final float APART = 1.6f;
  private static final float STEP = 0.5f;
  private static final int MOST = 4;

  private Plane plane = new Plane();
  private float sign = 1;

  /// A place that looks like the pattern's centre.
  record Place(float x, float y, float score) {}

  void prepare(Plane newPlane, boolean inverted) {
    plane = newPlane;
    sign = inverted ? -1 : 1;
  }

  /// The best places within some modules of a point of the symbol, best first.
  ///
  /// @param u where it is expected
  /// @param v where it is expected
  /// @param reach in modules
  List<Place> around(Homography map, float u, float v, float reach, Budget budget) {
    float x = map.x(u, v);
    float y = map.y(u, v);
    float module = 1f / (map.dimension() - 7);
    float rightX = (map.x(u + module, v) - map.x(u - module, v)) / 2;
    float rightY = (map.y(u + module, v) - map.y(u - module, v)) / 2;
    float downX = (map.x(u, v + module) - map.x(u, v - module)) / 2;
    float downY = (map.y(u, v + module) - map.y(u, v - module)) / 2;
    var places = new ArrayList<Place>();
    for (float dy = -reach; dy <= reach && !budget.spent(); dy += STEP) {
      for (float dx = -reach; dx <= reach; dx += STEP) {
        float px = x + dx * rightX + dy * downX;
        float py = y + dx * rightY + dy * downY;
        float cost = DISTANCE_COST * (float) Math.sqrt(dx * dx + dy * dy);
        float score = score(px, py, rightX, rightY, downX, downY) - cost;
        if (score > 0.6f) {
          keep(places, new Place(px, py, score), APART * map.module());
        }
      }
    }
    places.sort(Comparator.comparingDouble(Place::score).reversed());
    return places.subList(0, Math.min(MOST, places.size()));
  }

  private static void keep(List<Place> places, Place place, float apart) {
    for (int i = 0; i < places.size(); i++) {
      var other = places.get(i);
      if (Math.abs(other.x() - place.x()) < apart && Math.abs(other.y() - place.y()) < apart) {
        if (place.score() > other.score()) {
          places.set(i, place);
        }
        return;
      }
    }
    places.add(place);
  }

  /// Light ring against dark core and dark outer ring.
  private float score(float x, float y, float rightX, float rightY, float downX, float downY) {
    float centre = plane.between(x, y);
    if (centre < 0) {
      return -1;
    }
    float ring = 0;
    float dark = centre;
    float squares = centre * centre;
    for (int row = -2; row <= 2; row++) {
      for (int column = -2; column <= 2; column++) {
        if (row != 0 || column != 0) {
          float grey =
              plane.between(x + column * rightX + row * downX, y + column * rightY + row * downY);
          if (grey < 0) {
            return -1;
          }
          squares += grey * grey;
          if (row >= -1 && row <= 1 && column >= -1 && column <= 1) {
            ring += grey;
          } else {
            dark += grey;
          }
        }
      }
    }
    float mean = (ring + dark) / 25;
    float variance = Math.max(LEAST_VARIANCE, squares / 25 - mean * mean);
    return sign * (ring / 8 - dark / 17) / (float) Math.sqrt(variance);
  }
}
