package org.jiujin.device.command;

import org.jiujin.device.profile.Drivers;

/// `drivers`: one line for each driver – name, class of device, settings.
final class DriversCommand implements Command {
  @Override
  public String name() {
    return "drivers";
  }

  @Override
  public String synopsis() {
    return "";
  }

  @Override
  public String summary() {
    return "list the drivers that a profile can name, with their settings";
  }

  @Override
  public int run(Words words, Terminal terminal) {
    for (var driver : Drivers.found().all()) {
      terminal
          .out()
          .println(
              String.join(
                  "\t",
                  driver.name(),
                  StatusLine.word(driver.kind()),
                  String.join(" ", driver.settings().stream().sorted().toList())));
    }
    return OK;
  }
}
