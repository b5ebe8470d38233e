package org.jiujin.device.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Calls of `./kiosk devices` within a test: what was typed, and what was said.
final class Calls {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path home;
  private final String typed;

  /// @param typed what the person answers to questions
  Calls(Path home, String typed) {
    this.home = home;
    this.typed = typed;
  }

  Calls(Path home) {
    this(home, "");
  }

  /// Calls the command and gives its exit code.
  int run(String... words) {
    out.reset();
    err.reset();
    var terminal =
        new Terminal(
            home,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return DevicesCommand.run(List.of(words), terminal);
  }

  /// The lines on standard output.
  List<String> said() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /// The lines on standard error.
  List<String> complained() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
