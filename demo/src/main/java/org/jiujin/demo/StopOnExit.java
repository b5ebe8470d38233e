package org.jiujin.demo;

import java.io.PrintStream;
import org.jiujin.demo.launch.Whole;

/// Stops the whole when this process is told to end (Ctrl-C, SIGTERM), whatever it is doing then.
final class StopOnExit implements AutoCloseable {
  private final Thread hook;

  private StopOnExit(Thread hook) {
    this.hook = hook;
  }

  /// Takes effect at once, and until it is closed.
  static StopOnExit of(Whole whole, PrintStream out) {
    var hook =
        new Thread(
            () -> {
              out.println();
              out.println("Stopping …");
              whole.close();
              // a browser that a story had opened; the story's thread will not come to closing it
              ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
              out.println("Stopped.");
            },
            "stop-on-exit");
    Runtime.getRuntime().addShutdownHook(hook);
    return new StopOnExit(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // the hook runs now and does the same
    }
  }
}
