package org.jiujin.device.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.profile.Drivers;

/// Reads one card and says it as JSON on one line, masked unless `--show` was given and confirmed.
///
/// @param <R> the contract of the reader
abstract class CardCommand<R extends Device> implements Command {
  private static final Duration READY_IN = Duration.ofSeconds(15);

  private final DeviceDescription.Kind kind;
  private final Class<R> contract;

  /// @param kind the class of the drivers that open such a reader
  CardCommand(DeviceDescription.Kind kind, Class<R> contract) {
    this.kind = kind;
    this.contract = contract;
  }

  /// The port that the words name, or the usual one.
  abstract String port(Words words);

  /// The driver for a port when the words name none.
  abstract String usualDriver(String port);

  /// What the person at the reader is asked to do.
  abstract String request();

  /// Waits for a card and says it, or what went wrong.
  ///
  /// @return the exit code
  abstract int read(R reader, Duration patience, boolean show, Terminal terminal);

  @Override
  public final Set<String> flags() {
    return Set.of("--show");
  }

  @Override
  public final Set<String> options() {
    return Set.of("--port", "--driver", "--seconds");
  }

  @Override
  public final int run(Words words, Terminal terminal) {
    boolean show =
        words.has("--show")
            && terminal.confirm("This shows a person's data on the screen. Is that allowed here?");
    if (words.has("--show") && !show) {
      terminal.complain("not confirmed; nothing was read");
      return FAILED;
    }
    var patience = Duration.ofSeconds(words.number("--seconds", 30, 1, 600));
    try (var reader = open(words)) {
      StatusWait.until(reader, System.nanoTime() + READY_IN.toNanos(), status -> status.usable());
      terminal.progress(request());
      return read(reader, patience, show, terminal);
    }
  }

  private R open(Words words) {
    var port = port(words);
    var name = words.option("--driver", usualDriver(port));
    var driver =
        Drivers.found()
            .named(name)
            .filter(found -> found.kind() == kind)
            .orElseThrow(
                () -> new UsageException("--driver is " + name + "; it opens no " + words(kind)));
    return contract.cast(
        driver.open(
            new DevicePort("card", port, false), DriverSettings.NONE, InstantSource.system()));
  }

  private static String words(DeviceDescription.Kind kind) {
    return StatusLine.word(kind).replace('-', ' ');
  }
}
