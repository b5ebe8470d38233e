package org.jiujin.device;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Opens devices of one sort, by the name that device sets call it.
///
/// Drivers are found by [java.util.ServiceLoader]: a vendor's device is one class, named in
/// `META-INF/services/org.jiujin.device.DeviceDriver`, and an entry in a device set. Implementations are public, have a public
/// constructor without parameters, and hold no state.
///
/// @since 0.2
public interface DeviceDriver {
  /// What device sets call it: small letters, digits and hyphens, `sam-serial` for example.
  String name();

  /// The class of device that it opens; the device implements the contract of that class.
  DeviceDescription.Kind kind();

  /// The settings that it understands, beside the port.
  Set<String> settings();

  /// Opens the device. The device need not be there yet.
  ///
  /// @throws SettingException when a setting or the form of the address is wrong; its message says what to write
  Device open(DevicePort port, DriverSettings settings, InstantSource time);

  /// Looks for devices that this driver could open. Only asks: never prints, moves or switches anything.
  ///
  /// @param places serial ports that are free to be asked, and addresses on the network that somebody named; those of other
  ///     forms than this driver's are passed over
  /// @param limit for the whole search
  /// @return what was found, empty when there is nothing or when looking is not possible
  default List<Found> detect(List<String> places, Duration limit) {
    return List.of();
  }

  /// A device that was found.
  ///
  /// @param address as for [DevicePort]
  /// @param model what answered, for people; it may come from the device and have any characters
  /// @param settings what was found out beside the address, `baud` for example
  /// @param guessed whether it only looks like one by its name: nothing answered, and a person must say
  record Found(String address, String model, Map<String, Integer> settings, boolean guessed) {
    public Found {
      settings = Map.copyOf(settings);
    }

    /// Something that answered, and needs no settings.
    public Found(String address, String model) {
      this(address, model, Map.of(), false);
    }
  }
}
