package org.jiujin.device.zxing;

import java.util.List;
import java.util.Optional;
import org.jiujin.device.scanner.GreyFrame;

/// Reads a QR code in a single picture: all tiers, the cheap ones first, as far as the budget goes.
final class QrStill {
  private final Pictures pictures = new Pictures();
  private final SymbolReader reader = new SymbolReader(false);
  private final QrSearch search = new QrSearch(pictures, reader);

  /// All tiers.
  Optional<String> read(GreyFrame frame, Budget budget) {
    return read(frame, Tier.ALL, budget);
  }

  /// Only those that find most codes.
  Optional<String> quick(GreyFrame frame, Budget budget) {
    return read(frame, Tier.QUICK, budget);
  }

  private Optional<String> read(GreyFrame frame, List<Tier> tiers, Budget budget) {
    pictures.show(frame.width(), frame.height(), frame.pixels());
    search.nextFrame();
    reader.nextFrame();
    for (var tier : tiers) {
      if (budget.spent()) {
        break;
      }
      var text = search.look(tier, budget);
      if (text.isEmpty() && tier.completes()) {
        text = search.complete(budget);
      }
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }
}
