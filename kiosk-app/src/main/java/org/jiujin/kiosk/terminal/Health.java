package org.jiujin.kiosk.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiujin.device.DeviceDescription.Kind;

/// How the terminal's devices are at one moment. Not personal.
///
/// @param devices by device id
public record Health(Map<String, DeviceHealth> devices) {
  public Health {
    devices = Map.copyOf(devices);
  }

  /// The device of a kind; a terminal has one of each.
  public Optional<DeviceHealth> of(Kind kind) {
    return devices.values().stream()
        .filter(device -> device.description().kind() == kind)
        .findFirst();
  }

  /// Whether the device of a kind is there and can work.
  public boolean usable(Kind kind) {
    return of(kind).map(device -> device.status().usable()).orElse(false);
  }

  Health with(DeviceHealth device) {
    var changed = new TreeMap<>(devices);
    changed.put(device.description().id(), device);
    return new Health(changed);
  }
}
