package org.jiujin.device.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The person at the command line, and the folder that holds `config/`.
final class Terminal {
  private final Path home;
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Terminal(Path home, InputStream in, PrintStream out, PrintStream err) {
    this.home = home;
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /// The folder that holds `config/`.
  Path home() {
    return home;
  }

  /// Where results go.
  PrintStream out() {
    return out;
  }

  /// Says what went wrong and what to do, in one line.
  void complain(String what) {
    err.println("kiosk devices: " + what);
  }

  /// Says how long work goes, in one line.
  void progress(String what) {
    err.println(what);
  }

  /// Asks before something personal is shown; only the word `yes` counts.
  boolean confirm(String question) {
    err.print(question + " (yes/no) ");
    err.flush();
    try {
      var answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return "yes".equals(answer == null ? "" : answer.strip());
    } catch (IOException noAnswer) {
      complain("no answer could be read; nothing is shown");
      return false;
    }
  }
}
