package org.jiujin.device.profile;

import java.nio.file.Path;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;

/// One device of a profile.
///
/// @param id its name on the terminal
/// @param driver which driver opens it
/// @param port an address as for [DevicePort], or a name below the device folder
/// @param simulated whether a virtual device is known to stand behind the port
/// @param settings what the driver shall know
public record DevicePlan(
    String id, String driver, String port, boolean simulated, DriverSettings settings) {
  /// Where the device is.
  ///
  /// @param folder holds the links that names of ports mean
  DevicePort port(Path folder) {
    boolean address = port.contains(":") || port.startsWith("/");
    return new DevicePort(id, address ? port : folder.resolve(port).toString(), simulated);
  }
}
