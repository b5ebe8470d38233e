package org.jiujin.device.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.profile.Drivers;
import org.jiujin.device.selftest.Level;

/// `replay`: lets a driver work on a recording in place of the device, and tests it.
final class ReplayCommand implements Command {
  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String synopsis() {
    return "--driver NAME [--seconds N] FILE";
  }

  @Override
  public String summary() {
    return "run a driver on a recording";
  }

  @Override
  public Set<String> options() {
    return Set.of("--driver", "--seconds");
  }

  @Override
  public int run(Words words, Terminal terminal) {
    var file = Path.of(words.only("recording"));
    var name = words.needed("--driver");
    var patience = Duration.ofSeconds(words.number("--seconds", 10, 1, 600));
    var driver = Drivers.found().named(name);
    if (driver.isEmpty()) {
      terminal.complain("there is no driver '" + name + "'; ./kiosk devices drivers lists them");
      return MISUSED;
    }
    var port = new DevicePort("replayed", "replay:" + file, true);
    try (var device = driver.get().open(port, DriverSettings.NONE, InstantSource.system())) {
      var result = TestCommand.test(device, Level.INTERACTIVE, patience, terminal);
      terminal.out().println(TestCommand.line("replayed", Level.INTERACTIVE, result));
      terminal.out().println(StatusLine.of(device, device.status()));
      return result.passed() ? OK : FAILED;
    }
  }
}
