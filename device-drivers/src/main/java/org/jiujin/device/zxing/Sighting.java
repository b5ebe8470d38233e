package org.jiujin.device.zxing;

/// Where a symbol was seen, whether or not it could be read.
///
/// @param map in pixels of the whole frame
/// @param fit how well it fits
record Sighting(Homography map, boolean inverted, float fit) {}
