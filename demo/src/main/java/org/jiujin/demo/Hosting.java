package org.jiujin.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jiujin.demo.launch.Display;
import org.jiujin.demo.launch.Layout;
import org.jiujin.demo.launch.Ports;
import org.jiujin.demo.launch.Whole;

/// Runs the whole for people, until Ctrl-C.
final class Hosting {
  private static final long LOOK_SECONDS = 2;

  private final PrintStream out;

  Hosting(PrintStream out) {
    this.out = out;
  }

  /// Starts everything and stays until this process is told to end, or a program falls.
  ///
  /// @return false if something failed
  boolean host(Arguments.Run wish) throws IOException, InterruptedException {
    Path run = wish.folder().resolve("run");
    var layout = new Layout(wish.home(), run, Ports.pick(), Display.canShowWindows());
    try (var whole = Whole.prepare(layout);
        var _ = StopOnExit.of(whole, out)) {
      var announcer = new Announcer(out);
      if (!announcer.start(whole)) {
        return false;
      }
      announcer.addresses(whole);
      out.println("Everything is written below " + run + ". Ctrl-C stops it all.");
      return stay(whole);
    }
  }

  private boolean stay(Whole whole) throws InterruptedException {
    var never = new CountDownLatch(1);
    while (!never.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
      Optional<String> fallen = whole.fallen();
      if (fallen.isPresent() && !whole.isClosed()) {
        out.println(fallen.get() + " has ended by itself; see " + whole.layout().log(fallen.get()));
        return false;
      }
    }
    return true;
  }
}
