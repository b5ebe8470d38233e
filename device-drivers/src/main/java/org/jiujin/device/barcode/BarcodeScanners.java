package org.jiujin.device.barcode;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SettingException;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.WedgeScanner;

/// Opens scanners that send codes.
public final class BarcodeScanners {
  private static final int USUAL_KEY_GAP_MILLISECONDS = 50;
  private static final int MOST_PREFIX_CHARACTERS = 16;

  private BarcodeScanners() {}

  /// Opens a scanner on any line. The port need not exist yet.
  ///
  /// @throws SettingException when a setting is wrong
  public static CodeScanner serial(
      DevicePort port, LinePort line, DriverSettings settings, InstantSource time) {
    var scanner = new SerialScanner(port, line, ScannerSettings.of(settings), time);
    scanner.start();
    return scanner;
  }

  /// Opens a scanner that types.
  ///
  /// @throws SettingException when a setting is wrong
  public static WedgeScanner wedge(DevicePort port, DriverSettings settings, InstantSource time) {
    var prefix = settings.text("prefix", "");
    if (!prefix.matches("[!-~]{0," + MOST_PREFIX_CHARACTERS + "}")) {
      throw new SettingException(
          "prefix", "is " + prefix + "; write up to 16 letters, digits or signs");
    }
    int gap = settings.number("gap", USUAL_KEY_GAP_MILLISECONDS, 10, 200);
    var suffix = settings.choice("suffix", Suffix.WORDS, Suffix.LINE);
    var decoder = new WedgeDecoder(prefix, suffix, TimeUnit.MILLISECONDS.toNanos(gap));
    var scanner =
        new KeyWedgeScanner(port, decoder, new CodeText(settings.flag("aim", false)), time);
    scanner.start();
    return scanner;
  }
}
