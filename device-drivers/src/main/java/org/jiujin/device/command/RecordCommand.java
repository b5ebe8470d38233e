package org.jiujin.device.command;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jiujin.device.selftest.Level;

/// `record`: writes down what passes on a device's line during a self-test, without anything personal.
final class RecordCommand implements Command {
  @Override
  public String name() {
    return "record";
  }

  @Override
  public String synopsis() {
    return "--out FILE [--seconds N] DEVICE " + Profiles.SYNOPSIS;
  }

  @Override
  public String summary() {
    return "record a device's line during a test, personal data taken out";
  }

  @Override
  public Set<String> options() {
    var options = new HashSet<>(Profiles.OPTIONS);
    options.addAll(Set.of("--out", "--seconds"));
    return options;
  }

  @Override
  public int run(Words words, Terminal terminal) {
    var id = words.only("device");
    var file = words.needed("--out");
    var patience = Duration.ofSeconds(words.number("--seconds", 30, 1, 600));
    var opened =
        Profiles.load(words, terminal)
            .flatMap(
                profile -> Profiles.open(profile.recording(id, file), Set.of(id), words, terminal));
    if (opened.isEmpty()) {
      return FAILED;
    }
    try (var devices = opened.get()) {
      var device = devices.byId().values().iterator().next();
      var result = TestCommand.test(device, Level.INTERACTIVE, patience, terminal);
      terminal.out().println(TestCommand.line(id, Level.INTERACTIVE, result));
      terminal.progress("The recording is in " + file);
      return OK; // a device that fails is what one records
    }
  }
}
