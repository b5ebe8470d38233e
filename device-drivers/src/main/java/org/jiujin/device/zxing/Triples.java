package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which three marks to try next.
final class Triples {
  private static final int MARKS = 14;

  private final Set<Long> tried = new HashSet<>();

  void clear() {
    tried.clear();
  }

  /// The most plausible triples of one polarity that were not given out before in this frame.
  List<Triple> next(FinderMarks marks, boolean inverted, int limit) {
    var best = marks.best(inverted, MARKS);
    var plausible = new ArrayList<Triple>();
    for (int i = 0; i < best.size(); i++) {
      for (int j = i + 1; j < best.size(); j++) {
        for (int k = j + 1; k < best.size(); k++) {
          consider(best.get(i), best.get(j), best.get(k), plausible);
          consider(best.get(j), best.get(k), best.get(i), plausible);
          consider(best.get(k), best.get(i), best.get(j), plausible);
        }
      }
    }
    plausible.sort(Comparator.comparingDouble(Triple::penalty));
    return plausible.subList(0, Math.min(limit, plausible.size()));
  }

  /// Seen from far aside, the top left mark need not be opposite the longest side.
  private void consider(
      FinderMark corner, FinderMark one, FinderMark other, List<Triple> plausible) {
    var triple = Triple.around(corner, one, other);
    if (triple.plausible() && !tried.contains(triple.key())) {
      plausible.add(triple);
    }
  }

  void tried(Triple triple) {
    tried.add(triple.key());
  }
}
