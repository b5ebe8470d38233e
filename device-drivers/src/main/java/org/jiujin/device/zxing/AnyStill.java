package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.scanner.ScannedCode;
import org.jiujin.device.scanner.Symbology;

/// Reads any symbology in one picture, in the sizes that make sense for it: quick looks first, thorough ones after.
final class AnyStill implements CodeReaders.Still {
  /// Larger pictures are looked at in a smaller size first.
  private static final int LARGE_SIDE = 1600;

  /// Smaller pictures are looked at enlarged too, because a module may be a pixel or two.
  private static final int SMALL_SIDE = 500;

  private final QrStill qr = new QrStill();
  private final Engine engine = new Engine();
  private final CpuBudget budget;

  AnyStill(CpuBudget budget) {
    this.budget = budget;
  }

  @Override
  public Optional<ScannedCode> read(GreyFrame frame) {
    var sizes = sizes(frame);
    budget.start();
    for (var size : sizes) {
      var found = quick(size);
      if (found.isPresent()) {
        return found;
      }
    }
    if (Math.max(frame.width(), frame.height()) < SMALL_SIDE) {
      sizes.add(Sizes.threefold(frame));
    }
    for (var size : sizes) {
      var found = thorough(size);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<ScannedCode> quick(GreyFrame size) {
    var found = qr.quick(size, budget).map(AnyStill::qrCode);
    return found.isPresent() ? found : engine.read(GreySource.of(size), Engine.Mode.QUICK);
  }

  private Optional<ScannedCode> thorough(GreyFrame size) {
    var found = qr.read(size, budget).map(AnyStill::qrCode);
    if (found.isEmpty()) {
      found = engine.read(GreySource.of(size), Engine.Mode.THOROUGH);
    }
    return found.isPresent() ? found : engine.readPlain(GreySource.of(size), Engine.Mode.QUICK);
  }

  private static ScannedCode qrCode(String text) {
    return new ScannedCode(Symbology.QR_CODE, text);
  }

  /// The sizes to look at, the most promising first.
  private static List<GreyFrame> sizes(GreyFrame frame) {
    var sizes = new ArrayList<GreyFrame>();
    sizes.add(frame);
    var smaller = frame;
    while (Math.max(smaller.width(), smaller.height()) > LARGE_SIDE) {
      smaller = Sizes.half(smaller);
      sizes.addFirst(smaller);
    }
    return sizes;
  }
}
