package org.jiujin.device.escpos;

import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.line.LinePorts;

/// `escpos`: receipt printers with ESC/POS on a serial port or on a socket.
public final class EscPosDriver implements DeviceDriver {
  private static final int USUAL_BAUD = 115_200;

  @Override
  public String name() {
    return "escpos";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.RECEIPT_PRINTER;
  }

  @Override
  public Set<String> settings() {
    return Set.of("baud");
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    int baud = settings.number("baud", USUAL_BAUD, 9_600, 921_600);
    return EscPosPrinters.open(
        port, LinePorts.at(port.address(), baud), EscPosProfile.COMMON, time);
  }
}
