package org.jiujin.device.profile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jiujin.device.DeviceDriver;

/// The drivers that are on the class path, by name.
public final class Drivers {
  private final TreeMap<String, DeviceDriver> byName = new TreeMap<>();

  /// @throws IllegalArgumentException when two drivers have one name
  public Drivers(Iterable<DeviceDriver> drivers) {
    for (var driver : drivers) {
      if (byName.put(driver.name(), driver) != null) {
        throw new IllegalArgumentException("two drivers are called " + driver.name());
      }
    }
  }

  /// Finds all of them.
  public static Drivers found() {
    return new Drivers(
        List.copyOf(
            ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList()));
  }

  /// The driver of this name.
  public Optional<DeviceDriver> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// All drivers, by name.
  public Collection<DeviceDriver> all() {
    return byName.values();
  }

  /// All names, for people.
  String names() {
    return String.join(", ", byName.keySet());
  }
}
