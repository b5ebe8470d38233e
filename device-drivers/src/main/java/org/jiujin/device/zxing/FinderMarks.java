package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All corner marks seen in a frame so far.
final class FinderMarks {
  /// Noise can look like thousands of marks; the oldest ones are kept.
  private static final int MOST = 400;

  private final List<FinderMark> marks = new ArrayList<>();

  void clear() {
    marks.clear();
  }

  void add(float x, float y, float module, boolean inverted) {
    for (var mark : marks) {
      if (mark.isAbout(x, y, module, inverted)) {
        mark.seenAgain(x, y, module);
        return;
      }
    }
    if (marks.size() < MOST) {
      marks.add(new FinderMark(x, y, module, inverted));
    }
  }

  /// Those of one polarity, most often seen first.
  List<FinderMark> best(boolean inverted, int limit) {
    return marks.stream()
        .filter(mark -> mark.inverted() == inverted && mark.count() > 1)
        .sorted(Comparator.comparingInt(FinderMark::count).reversed())
        .limit(limit)
        .toList();
  }

  int size() {
    return marks.size();
  }
}
