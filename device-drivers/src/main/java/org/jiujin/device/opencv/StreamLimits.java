package org.jiujin.device.opencv;

import java.time.Duration;

/// How long a stream waits for what.
///
/// @param silence after how long without a picture a camera counts as broken
/// @param firstPause before a broken one is opened anew; each time it fails the pause doubles
/// @param longestPause the most that it comes to
record StreamLimits(Duration silence, Duration firstPause, Duration longestPause) {
  static final StreamLimits USUAL =
      new StreamLimits(Duration.ofSeconds(2), Duration.ofMillis(250), Duration.ofSeconds(2));
}
