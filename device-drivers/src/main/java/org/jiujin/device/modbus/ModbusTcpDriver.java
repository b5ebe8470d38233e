package org.jiujin.device.modbus;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.line.Places;
import org.jiujin.device.line.Redactor;

/// `modbus-tcp`: cabinets on an IO board with a network socket, usually 502.
public final class ModbusTcpDriver implements DeviceDriver {
  private static final int NO_BAUD = 9_600;

  @Override
  public String name() {
    return "modbus-tcp";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.CABINET;
  }

  @Override
  public Set<String> settings() {
    return BoardSettings.names();
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    if (!port.address().startsWith("tcp://")) {
      throw new SettingException("port", "is " + port.address() + "; write tcp://host:502");
    }
    return ModbusCabinets.tcp(
        port, LinePorts.at(port.address(), NO_BAUD, Redactor::hidingNothing), settings, time);
  }

  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return BoardSearch.tcp().on(Places.sockets(places), limit);
  }
}
