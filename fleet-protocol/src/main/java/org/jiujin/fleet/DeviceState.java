package org.jiujin.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a device is.
///
/// @since 0.1.0
public enum DeviceState {
  /// Works.
  READY,
  /// Works, with something to be seen to: paper near its end, for example.
  DEGRADED,
  /// Does not work, or is not there.
  UNAVAILABLE;

  /// The word on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant for this word.
  public static Optional<DeviceState> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
