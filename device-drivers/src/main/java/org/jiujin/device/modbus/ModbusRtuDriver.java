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
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.line.Places;
import org.jiujin.device.line.Redactor;

/// `modbus-rtu`: cabinets on an IO board that speaks Modbus RTU, on a serial port (8N1) or behind a serial server.
public final class ModbusRtuDriver implements DeviceDriver {
  private static final int USUAL_BAUD = 9_600;

  @Override
  public String name() {
    return "modbus-rtu";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.CABINET;
  }

  @Override
  public Set<String> settings() {
    return BoardSettings.names("baud");
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    int baud = settings.number("baud", USUAL_BAUD, 1_200, 115_200);
    return ModbusCabinets.rtu(
        port, LinePorts.at(port.address(), baud, Redactor::hidingNothing), settings, time);
  }

  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return BoardSearch.rtu().on(Places.lines(places), limit);
  }
}
