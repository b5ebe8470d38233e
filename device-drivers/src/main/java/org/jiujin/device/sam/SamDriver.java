package org.jiujin.device.sam;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.line.LinePorts;

/// `sam-serial`: identity-card readers with the SAM protocol on a serial port or behind a serial server.
public final class SamDriver implements DeviceDriver {
  @Override
  public String name() {
    return "sam-serial";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.IDENTITY_CARD_READER;
  }

  @Override
  public Set<String> settings() {
    return Set.of("baud");
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    int baud = settings.number("baud", SamReaders.DEFAULT_BAUD, 9_600, 115_200);
    return SamReaders.open(port, LinePorts.at(port.address(), baud), time);
  }

  @Override
  public List<Found> detect(List<String> serialPorts, Duration limit) {
    return SamSearch.on(serialPorts, limit);
  }
}
