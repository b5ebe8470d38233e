package org.jiujin.device;

import java.nio.file.Path;

/// Where a device is plugged in.
///
/// @param id the device's name on this terminal
/// @param path the serial port, best a link that udev keeps; need not exist yet
/// @param simulated whether a virtual device is known to stand behind the port
/// @since 0.1
public record DevicePort(String id, Path path, boolean simulated) {}
