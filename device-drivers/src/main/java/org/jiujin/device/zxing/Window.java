package org.jiujin.device.zxing;

/// A part of a plane, in its pixels; right and bottom are just outside.
record Window(int left, int top, int right, int bottom) {
  static Window whole(Plane plane) {
    return new Window(0, 0, plane.width(), plane.height());
  }
}
