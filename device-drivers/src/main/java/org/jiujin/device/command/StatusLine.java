package org.jiujin.device.command;

import java.util.Locale;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;

/// A device and its status on one line: id, class, model, status, fault, mender; `-` where there is none.
final class StatusLine {
  private StatusLine() {}

  static String of(Device device, DeviceStatus status) {
    var description = device.description();
    return String.join(
        "\t",
        description.id(),
        word(description.kind()),
        description.model() + (description.simulated() ? " (simulated)" : ""),
        switch (status) {
          case DeviceStatus.Ready _ -> "ready";
          case DeviceStatus.Degraded _ -> "degraded";
          case DeviceStatus.Unavailable _ -> "unavailable";
        },
        status.trouble().map(Fault::code).map(StatusLine::word).orElse("-"),
        status.trouble().map(Fault::mender).map(StatusLine::word).orElse("-"));
  }

  static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
