package org.jiujin.benchmark;

import java.io.PrintStream;

/// What was measured, on the screen and for a file.
final class Report {
  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();

  Report(PrintStream out) {
    this.out = out;
  }

  void line(String line) {
    out.println(line);
    text.append(line).append('\n');
  }

  String text() {
    return text.toString();
  }
}
