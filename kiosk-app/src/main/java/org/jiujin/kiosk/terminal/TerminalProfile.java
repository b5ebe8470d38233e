package org.jiujin.kiosk.terminal;

import java.nio.file.Path;
import java.time.Duration;
import org.jiujin.config.ConfigDocument;
import org.jiujin.config.ConfigReader;
import org.jiujin.config.LoadOutcome;
import org.jiujin.device.profile.DeviceProfile;
import org.jiujin.device.profile.Drivers;

/// What is true of one terminal only: who it is, where it stands, its panel and its devices.
///
/// @param id the terminal's id in the fleet, `T621121001` for example
/// @param group the county's Sparkplug group, `GS-621121` for example
/// @param place where it stands
/// @param panel the touch screen
/// @param devices what is plugged in: an identity-card reader and a receipt printer at least
/// @param idle when an idle resident is asked and when a session ends
public record TerminalProfile(
    String id, String group, Place place, Panel panel, DeviceProfile devices, IdleLimits idle) {
  static final String SCHEMA = "config/terminals/terminal.schema.json";

  /// Reads a profile.
  ///
  /// @param home the folder that holds `config/`
  /// @param file below the home folder: `config/terminals/demo.yaml`
  public static LoadOutcome<TerminalProfile> load(Path home, String file) {
    return new ConfigReader(home)
        .read(file, SCHEMA)
        .then(document ->
            devices(home, document).then(devices -> ProfileReader.read(document, devices)));
  }

  private static LoadOutcome<DeviceProfile> devices(Path home, ConfigDocument document) {
    var file = document.root().path("devices").asString("");
    return DeviceProfile.load(home, file, Drivers.found());
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
