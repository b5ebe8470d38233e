package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Looks for a QR code in one frame, tier by tier; marks that one tier found help the next.
final class QrSearch {
  private static final int TRIPLES = 8;
  private static final int SUSPECTS = 6;

  private final Darkness darkness = new Darkness();
  private final FinderScan scan = new FinderScan();
  private final FinderMarks marks = new FinderMarks();
  private final Triples triples = new Triples();
  private final SymbolReader reader;
  private final Pictures pictures;

  QrSearch(Pictures pictures, SymbolReader reader) {
    this.pictures = pictures;
    this.reader = reader;
  }

  /// Forgets the frame before.
  void nextFrame() {
    marks.clear();
    triples.clear();
  }

  /// Looks with one tier, and at what it adds to the tiers before.
  Optional<String> look(Tier tier, Budget budget) {
    var plane = pictures.of(tier.picture());
    darkness.judge(plane, pictures.cells(tier.picture()), tier.binarizer());
    scan.scan(darkness, Window.whole(plane), tier.step(), tier.picture().scale(), marks, budget);
    var suspects = new ArrayList<Suspect>();
    for (int polarity = 0; polarity < 2; polarity++) {
      for (var triple : triples.next(marks, polarity == 1, TRIPLES)) {
        if (!budget.spent()) {
          triples.tried(triple);
          reader.consider(pictures, triple, suspects, budget);
        }
      }
    }
    return read(suspects, budget);
  }

  /// Looks at what two marks make when the third is hidden.
  Optional<String> complete(Budget budget) {
    var suspects = new ArrayList<Suspect>();
    for (int polarity = 0; polarity < 2 && !budget.spent(); polarity++) {
      var frame = pictures.of(Tier.Picture.WHOLE);
      for (var triple : MissingMark.guesses(frame, marks, polarity == 1, budget)) {
        reader.consider(pictures, triple, suspects, budget);
      }
    }
    return read(suspects, budget);
  }

  private Optional<String> read(List<Suspect> suspects, Budget budget) {
    suspects.sort(Comparator.comparingDouble(Suspect::score).reversed());
    for (int i = 0; i < Math.min(SUSPECTS, suspects.size()) && !budget.spent(); i++) {
      var text = reader.read(pictures, suspects.get(i), budget);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }
}
