package org.jiujin.device;

import java.time.Instant;
import java.util.Optional;

/// How a device is, and since when.
///
/// @since 0.1
public sealed interface DeviceStatus {
  /// When the device came into this status.
  Instant since();

  /// What is wrong; empty when nothing is.
  Optional<Fault> trouble();

  /// Whether the device can do its work, perhaps not for long.
  default boolean usable() {
    return !(this instanceof Unavailable);
  }

  /// Works.
  record Ready(Instant since) implements DeviceStatus {
    @Override
    public Optional<Fault> trouble() {
      return Optional.empty();
    }
  }

  /// Works, but somebody should look after it: paper near its end, for example.
  record Degraded(Fault fault, Instant since) implements DeviceStatus {
    @Override
    public Optional<Fault> trouble() {
      return Optional.of(fault);
    }
  }

  /// Does not work now.
  record Unavailable(Fault fault, Instant since) implements DeviceStatus {
    @Override
    public Optional<Fault> trouble() {
      return Optional.of(fault);
    }
  }
}
