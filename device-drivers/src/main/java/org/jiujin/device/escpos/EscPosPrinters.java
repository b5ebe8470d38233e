package org.jiujin.device.escpos;

import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.printer.ReceiptPrinter;

/// Opens receipt printers that understand ESC/POS.
public final class EscPosPrinters {
  private static final int BAUD = 115_200;

  private EscPosPrinters() {}

  /// Opens a common printer on a serial port at 115200 baud, or on a socket. The port need not exist yet.
  ///
  /// @throws IllegalArgumentException when the port's address is neither
  public static ReceiptPrinter open(DevicePort port, InstantSource time) {
    return open(port, LinePorts.at(port.address(), BAUD), EscPosProfile.COMMON, time);
  }

  /// Opens a printer of any profile on any line.
  public static ReceiptPrinter open(
      DevicePort port, LinePort line, EscPosProfile profile, InstantSource time) {
    var printer = new EscPosReceiptPrinter(port, line, profile, time);
    printer.start();
    return printer;
  }
}
