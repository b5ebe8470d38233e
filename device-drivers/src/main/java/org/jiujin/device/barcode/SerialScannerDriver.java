package org.jiujin.device.barcode;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.line.LinePorts;
import org.jiujin.device.line.Redactor;

/// `scanner-serial`: code scanners on a serial port, on USB as one, or behind a serial server.
public final class SerialScannerDriver implements DeviceDriver {
  private static final int USUAL_BAUD = 9_600;

  @Override
  public String name() {
    return "scanner-serial";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.CODE_SCANNER;
  }

  @Override
  public Set<String> settings() {
    var names = new TreeSet<>(ScannerSettings.NAMES);
    names.add("baud");
    return names;
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    int baud = settings.number("baud", USUAL_BAUD, 1_200, 921_600);
    return BarcodeScanners.serial(
        port, LinePorts.at(port.address(), baud, Redactor::hidingAnswers), settings, time);
  }

  /// Guesses by names: such a scanner says nothing unasked, and what may be asked is the maker's.
  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return ScannerNames.ports(places);
  }
}
