package org.jiujin.kiosk.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/// Runs things on the FX thread of the headless toolkit, which is started once for all tests.
public final class Fx {
  private static final long PATIENCE_SECONDS = 30;

  static {
    var started = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    Platform.startup(started::countDown);
    try {
      if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The headless toolkit did not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Fx() {}

  /// The result of work on the FX thread; what it throws is thrown here.
  public static <T> T on(Callable<T> work) {
    var task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /// Work on the FX thread without a result.
  public static void run(Runnable work) {
    on(() -> {
      work.run();
      return true;
    });
  }
}
