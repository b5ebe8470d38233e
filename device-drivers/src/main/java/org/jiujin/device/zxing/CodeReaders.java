package org.jiujin.device.zxing;

import java.time.Duration;
import java.util.Optional;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.Symbology;

/// Makes readers of codes. Each reader keeps its buffers and is used from one thread at a time.
public final class CodeReaders {
  /// What a frame of a live camera may cost in processor time, at most.
  public static final Duration FRAME_LIMIT = Duration.ofMillis(20);

  /// What a still picture may cost for QR codes; other symbologies come on top.
  public static final Duration STILL_LIMIT = Duration.ofMillis(400);

  /// The longest piece of work that is not interrupted.
  private static final Duration PIECE = Duration.ofMillis(2);

  private CodeReaders() {}

  /// Reads a code in single pictures that have nothing to do with each other.
  public interface Still {
    /// The code in a picture; where there are several, one of them.
    ///
    /// @param frame not changed, and not looked at after the call
    /// @return empty when no code could be read
    Optional<ScannedCode> read(GreyFrame frame);
  }

  /// Reads a code in the frames of a live camera, one after the other.
  ///
  /// It remembers where a code was seen that could not be read yet, follows it, and adds up what the frames say.
  /// Frames may be left out.
  public interface Burst {
    /// Looks at the next frame.
    ///
    /// @param frame not changed, and not looked at after the call
    /// @return empty when nothing can be read yet
    Optional<ScannedCode> next(GreyFrame frame);

    /// Forgets what was seen, when a presentation is over: it may be personal.
    void restart();
  }

  /// Reads any symbology in single pictures of any size, also small, inverted, turned and mirrored ones.
  public static Still still() {
    return new AnyStill(new CpuBudget(STILL_LIMIT));
  }

  /// Reads QR codes in single pictures of a camera's size.
  ///
  /// @param limit processor time a picture may cost; no work is begun in its last two milliseconds
  public static Still qrStill(Duration limit) {
    var budget = new CpuBudget(within(limit));
    var reader = new QrStill();
    return frame -> {
      budget.start();
      return reader.read(frame, budget).map(CodeReaders::qrCode);
    };
  }

  /// Reads QR codes in the frames of a live camera.
  ///
  /// @param limit processor time a frame may cost; no work is begun in its last two milliseconds
  public static Burst qrBurst(Duration limit) {
    var budget = new CpuBudget(within(limit));
    var reader = new QrBurst();
    return new Burst() {
      @Override
      public Optional<ScannedCode> next(GreyFrame frame) {
        budget.start();
        return reader.read(frame, budget).map(CodeReaders::qrCode);
      }

      @Override
      public void restart() {
        reader.clear();
      }
    };
  }

  /// Reads linear codes in the frames of a live camera: a mode of its own, because looking for both would slow down both.
  public static Burst linearBurst() {
    return new LinearBurst();
  }

  private static Duration within(Duration limit) {
    var rest = limit.minus(PIECE);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private static ScannedCode qrCode(String text) {
    return new ScannedCode(Symbology.QR_CODE, text);
  }
}
