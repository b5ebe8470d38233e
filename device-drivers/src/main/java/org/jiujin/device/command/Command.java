package org.jiujin.device.command;

import java.util.Set;

/// One command of `./kiosk devices`.
interface Command {
  /// All went well.
  int OK = 0;

  /// A file, a device or a service failed; it was said on standard error.
  int FAILED = 1;

  /// The command line was wrong.
  int MISUSED = 2;

  /// What it is called: `scan`.
  String name();

  /// What comes after the name: `[--burst] FILE…`.
  String synopsis();

  /// What it does, for the list of commands.
  String summary();

  /// Options that stand alone, with their dashes: `--burst`.
  default Set<String> flags() {
    return Set.of();
  }

  /// Options with a value after them, with their dashes: `--port`.
  default Set<String> options() {
    return Set.of();
  }

  /// Does it.
  ///
  /// @return the exit code
  /// @throws UsageException when the words make no sense together
  int run(Words words, Terminal terminal);
}
