package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the third corner mark where it should be, when glare, a finger or a tear hides it: the timing patterns say where.
final class MissingMark {
  private static final int MARKS = 5;
  private static final int GUESSES = 3;
  private static final int REACH = 5;
  private static final float TIMED = 0.9f;
  private static final float WELL_TIMED = 1.9f;
  private static final float UNEQUAL = 1.6f;
  private static final float SHORTEST_MODULES = 12;
  private static final float LONGEST_MODULES = 100;

  private record Guess(Triple triple, float score) {}

  private MissingMark() {}

  /// Triples of two marks that were seen and a third that was not, the likeliest first.
  static List<Triple> guesses(Plane frame, FinderMarks marks, boolean inverted, Budget budget) {
    var best = marks.best(inverted, MARKS);
    var guesses = new ArrayList<Guess>();
    for (var one : best) {
      for (var other : best) {
        if (!budget.spent() && one != other && mayBelong(one, other)) {
          besides(frame, one, other, guesses, budget);
        }
      }
    }
    guesses.sort(Comparator.comparingDouble(Guess::score).reversed());
    return guesses.stream().limit(GUESSES).map(Guess::triple).toList();
  }

  private static boolean mayBelong(FinderMark one, FinderMark other) {
    float least = Math.min(one.module(), other.module());
    float most = Math.max(one.module(), other.module());
    float modules = (float) Math.hypot(one.x() - other.x(), one.y() - other.y()) / most;
    return most < UNEQUAL * least && modules > SHORTEST_MODULES && modules < LONGEST_MODULES;
  }

  /// The first is top left and the second top right or bottom left; or the first is top right, the second bottom left.
  private static void besides(
      Plane frame, FinderMark one, FinderMark other, List<Guess> guesses, Budget budget) {
    float dx = other.x() - one.x();
    float dy = other.y() - one.y();
    var below = mark(one, one.x() - dy, one.y() + dx);
    if (timed(frame, one, other, below)) {
      search(frame, one, other, below, below, guesses, budget);
    }
    var right = mark(one, one.x() + dy, one.y() - dx);
    if (timed(frame, one, other, right)) {
      search(frame, one, right, other, right, guesses, budget);
    }
    var corner = mark(one, (one.x() + other.x() + dy) / 2, (one.y() + other.y() - dx) / 2);
    search(frame, corner, one, other, corner, guesses, budget);
  }

  private static FinderMark mark(FinderMark like, float x, float y) {
    return new FinderMark(x, y, like.module(), like.inverted());
  }

  private static boolean timed(Plane frame, FinderMark one, FinderMark other, FinderMark aside) {
    return TimingPatterns.contrast(frame, one, other, aside) > TIMED;
  }

  /// Moves the invented mark about until both timing patterns agree best.
  private static void search(
      Plane frame,
      FinderMark topLeft,
      FinderMark topRight,
      FinderMark bottomLeft,
      FinderMark invented,
      List<Guess> guesses,
      Budget budget) {
    Guess best = null;
    float module = invented.module();
    for (int y = -REACH; y <= REACH && !budget.spent(); y++) {
      for (int x = -REACH; x <= REACH; x++) {
        var moved = mark(invented, invented.x() + x * module, invented.y() + y * module);
        var triple =
            Triple.around(
                invented == topLeft ? moved : topLeft,
                invented == topRight ? moved : topRight,
                invented == bottomLeft ? moved : bottomLeft);
        float score = TimingPatterns.quick(frame, triple);
        if (best == null || score > best.score()) {
          best = new Guess(triple, score);
        }
      }
    }
    if (best != null && best.score() > WELL_TIMED) {
      guesses.add(best);
    }
  }
}
