package org.jiujin.device.opencv;

import java.util.List;
import org.jiujin.device.camera.Corner;

/// Where a page lies in a picture.
///
/// @param corners four, clockwise from the one at the top left
/// @param support how well edges support it, 0 to 1
/// @param cutOff whether a side of it is the picture's own border
record Outline(List<Corner> corners, double support, boolean cutOff) {
  Outline {
    corners = List.copyOf(corners);
  }

  Outline scaled(double factor) {
    // A pixel is its middle: the coarse picture's pixel 0 covers several fine ones.
    double shift = (factor - 1) / 2;
    return new Outline(
        corners.stream()
            .map(corner -> new Corner(corner.x() * factor + shift, corner.y() * factor + shift))
            .toList(),
        support,
        cutOff);
  }

  Outline with(List<Corner> others) {
    return new Outline(others, support, cutOff);
  }

  double area() {
    double twice = 0;
    for (int i = 0; i < 4; i++) {
      var a = corners.get(i);
      var b = corners.get((i + 1) % 4);
      twice += a.x() * b.y() - a.y() * b.x();
    }
    return Math.abs(twice) / 2;
  }

  /// The longest way that a corner went since the other outline.
  double farthestMove(Outline other) {
    double farthest = 0;
    for (int i = 0; i < 4; i++) {
      farthest = Math.max(farthest, corners.get(i).distance(other.corners.get(i)));
    }
    return farthest;
  }

  /// How far the farthest corner is outside a picture, in pixels; 0 when all are inside.
  double outside(int width, int height) {
    double farthest = 0;
    for (var corner : corners) {
      double x = Math.max(-corner.x(), corner.x() - (width - 1));
      double y = Math.max(-corner.y(), corner.y() - (height - 1));
      farthest = Math.max(farthest, Math.max(x, y));
    }
    return farthest;
  }
}
