package org.jiujin.device.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jiujin.config.LoadOutcome;
import org.jiujin.device.profile.DeviceProfile;
import org.jiujin.device.profile.Drivers;
import org.jiujin.device.profile.OpenDevices;

/// The options of commands that work on the devices of a profile.
final class Profiles {
  static final Set<String> OPTIONS = Set.of("--profile", "--dir");
  static final String SYNOPSIS = "[--profile FILE] [--dir FOLDER]";

  private static final String DEMO = "config/devices/demo.yaml";
  private static final String DEMO_FOLDER = "target/demo/run/bench";

  private Profiles() {}

  /// The profile that the words name, the demo's when they name none; what is wrong with it is said.
  static Optional<DeviceProfile> load(Words words, Terminal terminal) {
    var file = words.option("--profile", DEMO);
    return said(DeviceProfile.load(terminal.home(), file, Drivers.found()), terminal);
  }

  /// Opens devices of a profile; what is wrong is said.
  ///
  /// @param ids which; all when empty
  static Optional<OpenDevices> open(
      DeviceProfile profile, Set<String> ids, Words words, Terminal terminal) {
    for (var id : ids) {
      if (profile.plans().stream().noneMatch(plan -> plan.id().equals(id))) {
        terminal.complain("the profile has no device '" + id + "'; ./kiosk devices list shows all");
        return Optional.empty();
      }
    }
    return said(profile.open(folder(words, terminal), InstantSource.system(), ids), terminal);
  }

  private static Path folder(Words words, Terminal terminal) {
    return terminal.home().resolve(words.option("--dir", DEMO_FOLDER));
  }

  private static <T> Optional<T> said(LoadOutcome<T> outcome, Terminal terminal) {
    return switch (outcome) {
      case LoadOutcome.Loaded<T>(var value) -> Optional.of(value);
      case LoadOutcome.Refused<T>(var findings) -> {
        findings.forEach(finding -> terminal.complain(finding.toString()));
        yield Optional.empty();
      }
    };
  }
}
