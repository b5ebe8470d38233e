package org.jiujin.device.zxing;

import java.util.Optional;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.ScannedCode;

/// Reads linear codes in live frames: level rows in every frame, more rows and upright codes in every fourth.
final class LinearBurst implements CodeReaders.Burst {
  private static final int THOROUGH = 4;

  private final Engine engine = new Engine();
  private int frames;

  @Override
  public Optional<ScannedCode> next(GreyFrame frame) {
    frames++;
    var source = GreySource.of(frame);
    return frames % THOROUGH == 0
        ? engine.read(source, Engine.Mode.LINEAR_THOROUGH)
        : engine.read(source, Engine.Mode.LINEAR_QUICK);
  }

  @Override
  public void restart() {
    frames = 0;
  }
}
