package org.jiujin.kiosk.mirror;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Asks the FX thread, but not for ever: a frozen screen is an answer too.
final class FxCalls {
  private final Duration patience;

  FxCalls(Duration patience) {
    this.patience = patience;
  }

  /// The result of work on the FX thread.
  ///
  /// @throws TimeoutException if the FX thread does not get to it in time
  <T> T call(Supplier<T> work) throws TimeoutException, InterruptedException {
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Work on the FX thread failed", e.getCause());
    }
  }
}
