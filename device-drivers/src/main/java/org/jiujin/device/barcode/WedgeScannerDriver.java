package org.jiujin.device.barcode;

import java.nio.file.Path;
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

/// `scanner-wedge`: code scanners that type like a keyboard; the application hands the keys over.
public final class WedgeScannerDriver implements DeviceDriver {
  private static final Path KEYBOARDS = Path.of("/dev/input/by-id");

  @Override
  public String name() {
    return "scanner-wedge";
  }

  @Override
  public DeviceDescription.Kind kind() {
    return DeviceDescription.Kind.CODE_SCANNER;
  }

  @Override
  public Set<String> settings() {
    return Set.of("prefix", "suffix", "gap", "aim");
  }

  @Override
  public Device open(DevicePort port, DriverSettings settings, InstantSource time) {
    if (!port.address().equals("keyboard:")) {
      throw new SettingException("port", "is " + port.address() + "; write keyboard:");
    }
    return BarcodeScanners.wedge(port, settings, time);
  }

  /// Guesses by the names of keyboards.
  @Override
  public List<Found> detect(List<String> places, Duration limit) {
    return ScannerNames.keyboards(KEYBOARDS);
  }
}
