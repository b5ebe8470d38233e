package org.jiujin.kiosk.terminal;

import java.util.Optional;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;

/// How one device is, and who can mend it.
public record DeviceHealth(DeviceDescription description, DeviceStatus status) {
  /// What is wrong; empty when nothing is.
  public Optional<Fault> trouble() {
    return status.trouble();
  }

  /// Who can mend what is wrong; empty when nothing is.
  public Optional<Fault.Mender> mender() {
    return trouble().map(Fault::mender);
  }
}
