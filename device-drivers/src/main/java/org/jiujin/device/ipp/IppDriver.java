package org.jiujin.device.ipp;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;

/// `ipp`: document printers with IPP Everywhere. Address `ipp://host:port/path`; no settings, the printer says what it can.
public final class IppDriver implements DeviceDriver {
  @Override
  public String name() {
    return "ipp";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.DOCUMENT_PRINTER;
  }

  @Override
  public Set<String> settings() {
    return Set.of();
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    return IppPrinters.open(port, time);
  }

  /// Asks the printers at the addresses that were named, then those that announce themselves.
  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return PrinterSearch.on(places, PrinterBrowser.everywhere()::announced, limit);
  }
}
