package org.jiujin.kiosk.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Point2D;

/// Ignores a second touch at the same place right after the first: a trembling finger must not press twice, nor press
/// what the next screen shows at that place (interface reference, 4.1). Holds no clock.
final class TouchGuard {
  static final Duration STANDARD = Duration.ofMillis(300);
  static final Duration ELDER = Duration.ofMillis(500);
  private static final double SAME_PLACE_MILLIMETRES = 10;

  private final double samePlacePixels;
  private Instant last = Instant.EPOCH;
  private Point2D place = Point2D.ZERO;

  TouchGuard(double pixelsPerMillimetre) {
    samePlacePixels = SAME_PLACE_MILLIMETRES * pixelsPerMillimetre;
  }

  /// Whether a press counts; one that counts is remembered.
  boolean takes(Point2D where, Instant now, Duration window) {
    boolean again =
        Duration.between(last, now).compareTo(window) < 0
            && where.distance(place) < samePlacePixels;
    if (!again) {
      last = now;
      place = where;
    }
    return !again;
  }
}
