package org.jiujin.kiosk.mirror;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import org.jiujin.kiosk.screen.kit.Png;

/// Takes pictures of the screen, at most ten a second, and keeps the newest as PNG.
///
/// A picture is taken only when somebody asks. Pixels are read on the FX thread; comparing and encoding happen on the
/// thread that asks. Safe on any thread but the FX thread.
final class Pictures {
  private static final long LEAST_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Node root;
  private final FxCalls fx;
  private WritableImage image = new WritableImage(1, 1);
  private Png.Pixels newest = new Png.Pixels(0, 0, new int[0]);
  private Frame frame = new Frame(0, new byte[0]);
  private long takenAt;

  Pictures(Node root, FxCalls fx) {
    this.root = root;
    this.fx = fx;
  }

  /// One picture. Its number grows by one with every picture that differs from the one before.
  static final class Frame {
    private final long number;
    private final byte[] png;

    private Frame(long number, byte[] png) {
      this.number = number;
      this.png = png;
    }

    long number() {
      return number;
    }

    /// Not to be written to.
    byte[] png() {
      return png;
    }
  }

  /// The screen as it is now, however short ago the last picture was.
  synchronized Frame now() throws TimeoutException, InterruptedException {
    return take();
  }

  /// The newest picture; a new one only if the last is old enough.
  synchronized Frame recent() throws TimeoutException, InterruptedException {
    return System.nanoTime() - takenAt < LEAST_GAP_NANOS ? frame : take();
  }

  private Frame take() throws TimeoutException, InterruptedException {
    Png.Pixels pixels = fx.call(this::snapshot);
    takenAt = System.nanoTime();
    if (!Arrays.equals(pixels.argb(), newest.argb())) {
      newest = pixels;
      frame = new Frame(frame.number() + 1, Png.encode(pixels));
    }
    return frame;
  }

  private Png.Pixels snapshot() {
    int width = (int) root.getLayoutBounds().getWidth();
    int height = (int) root.getLayoutBounds().getHeight();
    if (image.getWidth() != width || image.getHeight() != height) {
      image = new WritableImage(Math.max(1, width), Math.max(1, height));
    }
    var parameters = new SnapshotParameters();
    // what an animation moves beyond the edge would otherwise widen the picture and shift all
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    root.snapshot(parameters, image);
    return Png.Pixels.of(image);
  }
}
