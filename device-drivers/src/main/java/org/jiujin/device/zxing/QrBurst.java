package org.jiujin.device.zxing;

import java.util.Optional;
import org.jiujin.device.scanner.GreyFrame;

/// Reads a QR code in frames that come one after the other.
///
/// A symbol that was seen but not read is followed: looked at first in the next frame, and its evidence added up. Then
/// the two cheap tiers look, then one or more of the dear ones, each frame starting where the frame before had to stop.
final class QrBurst {
  private static final int LOST_AFTER = 3;

  private final Pictures pictures = new Pictures();
  private final SymbolReader reader = new SymbolReader(true);
  private final QrSearch search = new QrSearch(pictures, reader);

  private Optional<Sighting> followed = Optional.empty();
  private float dx;
  private float dy;
  private int unseen;
  private int next;

  Optional<String> read(GreyFrame frame, Budget budget) {
    pictures.show(frame.width(), frame.height(), frame.pixels());
    search.nextFrame();
    reader.nextFrame();
    var text = follow(budget);
    if (text.isEmpty()) {
      text = look(budget);
    }
    remember();
    return text;
  }

  /// Forgets the presentation.
  void clear() {
    reader.clear();
    followed = Optional.empty();
    next = 0;
  }

  private Optional<String> follow(Budget budget) {
    return followed.flatMap(seen -> reader.follow(pictures, seen, dx, dy, budget));
  }

  private Optional<String> look(Budget budget) {
    for (var tier : Tier.CHEAP) {
      if (budget.spent()) {
        break;
      }
      var text = search.look(tier, budget);
      if (text.isPresent()) {
        return text;
      }
    }
    for (int i = 0; i < Tier.DEAR.size() && !budget.spent(); i++) {
      var tier = Tier.DEAR.get(next);
      next = (next + 1) % Tier.DEAR.size();
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

  /// Expects the symbol to go on moving as it did.
  private void remember() {
    var seen = reader.sighting();
    if (seen.isEmpty()) {
      if (++unseen >= LOST_AFTER) {
        followed = Optional.empty();
      }
      return;
    }
    unseen = 0;
    dx = 0;
    dy = 0;
    followed.ifPresent(before -> expect(before.map(), seen.get().map()));
    followed = seen;
  }

  private void expect(Homography before, Homography now) {
    float limit = 0.3f * now.module() * now.dimension();
    float movedX = now.point(0) - before.point(0);
    float movedY = now.point(1) - before.point(1);
    if (Math.abs(movedX) < limit && Math.abs(movedY) < limit) {
      dx = movedX;
      dy = movedY;
    }
  }
}
