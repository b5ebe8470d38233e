package org.jiujin.demo;

import java.io.PrintStream;
import java.util.List;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.launch.Program;
import org.jiujin.demo.launch.Started;
import org.jiujin.demo.launch.Whole;

/// Says how starting the whole goes.
final class Announcer {
  private final PrintStream out;

  Announcer(PrintStream out) {
    this.out = out;
  }

  /// Starts the whole and says what came of it.
  ///
  /// @return true if everything is ready
  boolean start(Whole whole) throws InterruptedException {
    out.println("Starting virtual devices, platform, console, agent and app …");
    List<Started> answers = whole.start();
    answers.forEach(answer -> say(answer, whole));
    return answers.stream().allMatch(Started.Ready.class::isInstance);
  }

  private void say(Started answer, Whole whole) {
    switch (answer) {
      case Started.Ready(var program, var took) ->
          out.printf("  %-9s ready after %d ms%n", program, took.toMillis());
      case Started.Failed failed -> {
        out.printf("  %-9s FAILED: %s%n", failed.program(), failed.why());
        out.println(
            "  Its log is " + failed.log() + (failed.lastLines().isEmpty() ? "" : ", ending:"));
        failed.lastLines().forEach(line -> out.println("    | " + line));
        if (failed.program().equals(Program.AGENT)) {
          out.println("  The app's own log is " + whole.layout().log(Layout.APP));
        }
      }
    }
  }

  /// Names the pages that a person can open.
  void addresses(Whole whole) {
    out.println();
    out.println("  触摸屏 kiosk screen     " + whole.mirror());
    out.println("  设备台 device bench     " + whole.bench());
    out.println("  运维台 fleet console    " + whole.console());
    out.println("  政务平台 platform        " + whole.platform());
    out.println();
  }
}
