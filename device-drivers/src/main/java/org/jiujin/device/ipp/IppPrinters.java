package org.jiujin.device.ipp;

import java.net.URI;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.SettingException;
import org.jiujin.device.printer.DocumentPrinter;

/// Opens network printers that understand IPP Everywhere.
public final class IppPrinters {
  private IppPrinters() {}

  /// Opens a printer by `ipp://host:port/path`; without a port it is 631. The printer need not be there yet.
  ///
  /// @throws SettingException when the address has another form
  public static DocumentPrinter open(DevicePort port, InstantSource time) {
    return open(port, JobLimits.USUAL, time);
  }

  static DocumentPrinter open(DevicePort port, JobLimits limits, InstantSource time) {
    var printer = new IppDocumentPrinter(port, address(port.address()), limits, time);
    printer.start();
    return printer;
  }

  static URI address(String text) {
    if (!text.matches("ipp://[A-Za-z0-9._-]+(:[1-9]\\d{0,4})?(/[A-Za-z0-9._/-]*)?")) {
      throw new SettingException("port", "is " + text + "; write ipp://host:port/path");
    }
    return URI.create(text);
  }
}
