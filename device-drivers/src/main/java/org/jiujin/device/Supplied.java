package org.jiujin.device;

import java.util.List;

/// A device that tells how much is left of what it uses up. Beside [Device]: most tell nothing.
///
/// @since 0.3
public interface Supplied {
  /// What it said last, in its own order; empty when it never said anything. Never waits for the device.
  List<Supply> supplies();
}
