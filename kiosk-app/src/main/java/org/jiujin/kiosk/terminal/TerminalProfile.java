package org.jiujin.kiosk.terminal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jiujin.config.ConfigReader;
import org.jiujin.config.LoadOutcome;

/// What is true of one terminal only: who it is, where it stands, its panel and its devices.
///
/// @param id the terminal's id in the fleet, `T621121001` for example
/// @param group the county's Sparkplug group, `GS-621121` for example
/// @param place where it stands
/// @param panel the touch screen
/// @param devices what is plugged in; ids are unique
/// @param idle when an idle resident is asked and when a session ends
public record TerminalProfile(
    String id, String group, Place place, Panel panel, List<DevicePlan> devices, IdleLimits idle) {
  static final String SCHEMA = "config/terminals/terminal.schema.json";

  public TerminalProfile {
    devices = List.copyOf(devices);
  }

  /// Reads a profile.
  ///
  /// @param home the folder that holds `config/`
  /// @param file below the home folder: `config/terminals/demo.yaml`
  public static LoadOutcome<TerminalProfile> load(Path home, String file) {
    return new ConfigReader(home).read(file, SCHEMA).then(ProfileReader::read);
  }

  /// Where a terminal stands.
  ///
  /// @param name as residents know it
  /// @param demo whether the place is made up; screens and paper say so
  /// @param hotline for help and complaints
  /// @param region 行政区划代码 of the county, six digits
  public record Place(String name, boolean demo, String hotline, String region) {}

  /// The touch screen.
  ///
  /// @param pxPerMm pixels of one millimetre, so that a touch target keeps its size on every panel
  public record Panel(double diagonalInches, int widthPx, int heightPx, double pxPerMm) {}

  /// One device of the terminal.
  ///
  /// @param id its name here, `idcard` for example
  /// @param port a link below the device folder, or an absolute path
  public record DevicePlan(String id, Driver driver, String port, boolean simulated) {}

  /// Which driver opens a device.
  public enum Driver {
    /// Identity-card reader with the SAM protocol on a serial line.
    SAM_SERIAL,
    /// 80 mm receipt printer with ESC/POS on a serial line.
    ESCPOS_SERIAL
  }

  /// How long nobody may touch the screen.
  ///
  /// @param notSignedIn before a card was read
  /// @param signedIn while personal data is on the screen
  /// @param device while waiting for a card
  /// @param paper while a receipt waits to be taken
  /// @param countdown the warning before the end; part of the limits, not added to them
  public record IdleLimits(
      Duration notSignedIn,
      Duration signedIn,
      Duration device,
      Duration paper,
      Duration countdown) {}
}
