package org.jiujin.device.barcode;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jiujin.device.DeviceDriver;
import org.jiujin.device.line.Places;
import org.jiujin.device.line.SerialPorts;

/// Guesses scanners by what their USB side is called: they are silent, so nothing can be asked. A guess, never a find.
final class ScannerNames {
  /// Words of the trade, and makers of scanners and little else that has such a port. Chips of serial adapters say nothing.
  private static final Pattern TRADE =
      Pattern.compile(
          "scan(?!tool)|bar[ _-]?code|newland|datalogic|metrologic|hand_?held_products|opticon"
              + "|symbol[ _]technologies|honeywell",
          Pattern.CASE_INSENSITIVE);

  private static final String KEYBOARD = "-event-kbd";

  private ScannerNames() {}

  /// Serial ports whose names look like a scanner's.
  static List<DeviceDriver.Found> ports(List<String> places) {
    return places.stream()
        .filter(Places::serial)
        .filter(place -> TRADE.matcher(SerialPorts.description(place)).find())
        .map(place -> guess(place, SerialPorts.description(place)))
        .toList();
  }

  /// A keyboard whose name looks like a scanner's; one at most, because all keyboards are one to the application.
  ///
  /// @param folder of the names that udev keeps
  static List<DeviceDriver.Found> keyboards(Path folder) {
    return SerialPorts.in(folder).stream()
        .map(path -> Path.of(path).getFileName().toString())
        .filter(name -> name.endsWith(KEYBOARD) && TRADE.matcher(name).find())
        .limit(1)
        .map(name -> guess("keyboard:", name.substring(0, name.length() - KEYBOARD.length())))
        .toList();
  }

  private static DeviceDriver.Found guess(String address, String name) {
    return new DeviceDriver.Found(address, name, java.util.Map.of(), true);
  }
}
