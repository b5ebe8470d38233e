package org.jiujin.kiosk;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Scale;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.screen.kit.Png;
import org.jiujin.kiosk.shell.KioskShell;

/// Pictures of the screen for the operator: of the attract screen, and of no other. Not on the FX thread.
record ScreenPicture(KioskShell shell) {
  private static final int MOST_BYTES = 40 * 1024;
  private static final double[] SCALES = {0.5, 1 / 3.0, 0.25, 1 / 6.0, 0.125, 0.0625};
  private static final long PATIENCE_SECONDS = 5;

  /// The largest picture that is short enough, as PNG.
  LocalMessage.OrderDone take(String id) throws InterruptedException, TimeoutException {
    for (double scale : SCALES) {
      Optional<Png.Pixels> pixels = onScreen(() -> pixels(scale));
      if (pixels.isEmpty()) {
        return LocalMessage.OrderDone.of(id, CommandState.REFUSED, "not-idle");
      }
      byte[] png = Png.encode(pixels.get());
      if (png.length <= MOST_BYTES) {
        return new LocalMessage.OrderDone(id, CommandState.DONE, "", ByteString.copyFrom(png));
      }
    }
    return LocalMessage.OrderDone.of(id, CommandState.FAILED, "too-large");
  }

  /// In one piece with the picture: nobody can begin a visit between the two.
  private Optional<Png.Pixels> pixels(double scale) {
    if (!shell.attracts()) {
      return Optional.empty();
    }
    var parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    parameters.setViewport(
        new Rectangle2D(0, 0, KioskShell.WIDTH * scale, KioskShell.HEIGHT * scale));
    return Optional.of(Png.Pixels.of(shell.root().snapshot(parameters, null)));
  }

  /// The result of work on the FX thread.
  ///
  /// @throws TimeoutException if the FX thread does not get to it in time
  static <T> T onScreen(Supplier<T> work) throws InterruptedException, TimeoutException {
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException e) { // told to whoever waits
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Work on the FX thread failed", e.getCause());
    }
  }
}
