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
  private static final String RECORD = "record:";

  /// Where the device is.
  ///
  /// @param folder holds the links that names of ports mean
  DevicePort port(Path folder) {
    if (port.startsWith(RECORD)) {
      int middle = port.indexOf('=') + 1;
      return new DevicePort(
          id, port.substring(0, middle) + address(port.substring(middle), folder), simulated);
    }
    return new DevicePort(id, address(port, folder), simulated);
  }

  /// The same device, with what passes on its line written to a file.
  DevicePlan recordedTo(String file) {
    return new DevicePlan(id, driver, RECORD + file + "=" + port, simulated, settings);
  }

  private static String address(String port, Path folder) {
    boolean whole = port.contains(":") || port.startsWith("/");
    return whole ? port : folder.resolve(port).toString();
  }
}
