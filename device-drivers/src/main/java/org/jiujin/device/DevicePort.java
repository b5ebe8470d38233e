package org.jiujin.device;

/// Where a device is plugged in.
///
/// An address says how to get there; each driver says which forms it takes:
///
/// | form | reaches |
/// |---|---|
/// | `/dev/serial/by-id/…` or any other path | a serial port, best a link that udev keeps; need not exist yet |
/// | `tcp://host:port` | a serial server, or a device with a network socket |
/// | `pcsc:NAME` | the first PC/SC reader whose name contains NAME; `pcsc:` takes the first of all |
/// | `ipp://host:port/path` | a network printer |
/// | `camera:N` or `camera:/dev/videoN` | a camera of this machine |
/// | `keyboard:` | the keyboard that the application listens to |
/// | `frames:FOLDER`, `avi:FILE` | recorded pictures in place of a camera |
///
/// @param id the device's name on this terminal
/// @param simulated whether a virtual device is known to stand behind the port
/// @since 0.1
public record DevicePort(String id, String address, boolean simulated) {
  /// @throws IllegalArgumentException when the id cannot stand in a topic of the fleet, or the address is empty
  public DevicePort {
    if (!id.matches("[a-z][a-z0-9-]{0,29}")) {
      throw new IllegalArgumentException(
          "a device id is small letters, digits and hyphens, not " + id);
    }
    if (address.isBlank()) {
      throw new IllegalArgumentException("the device " + id + " has no address");
    }
  }
}
