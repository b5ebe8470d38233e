package org.jiujin.device.cabinet;

import java.time.Instant;

/// What is known of one sensor. Never a guess.
///
/// @since 0.2
public sealed interface Reading<T> {
  /// The sensor says so.
  ///
  /// @param since when it began to say so, or when it was first asked
  record Known<T>(T value, Instant since) implements Reading<T> {}

  /// There is a sensor, and it says nothing now or nothing that can be.
  record Unknown<T>() implements Reading<T> {}

  /// There is no such sensor.
  record NotWired<T>() implements Reading<T> {}

  /// Whether the sensor says this now.
  default boolean says(T value) {
    return this instanceof Known<T>(var known, _) && known.equals(value);
  }
}
