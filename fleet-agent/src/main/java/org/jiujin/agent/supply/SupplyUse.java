package org.jiujin.agent.supply;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Follows the level of one supply and says how long it will last. Holds no thread and no clock; for one thread.
///
/// What falls was used, on the day on which it is seen; what rises by [#REFILL] was filled up, and what rises by less is a sensor's
/// noise. The use of a day is the mean of the last [#WINDOW] whole days, days without use among them, of which the day of most use counts
/// no more than the one after it: one day of somebody's trial prints does not foretell the next week.
///
/// Days are those that pass while the supply is watched. A terminal that is switched off over a holiday uses nothing, so days that are
/// missing count as such; when more are missing than the window has, the clock was wrong, and one day passed. A clock that is set back
/// makes no day.
final class SupplyUse {
  static final int WINDOW = 14;

  /// A rise by so much is no noise.
  static final int REFILL = 5;

  /// Fewer whole days, or less use in all of them, foretell nothing.
  static final int LEAST_DAYS = 3;

  static final int LEAST_USE = 3;

  /// More days are as good as this many.
  static final int MOST_DAYS = 365;

  /// More use on one day is a sensor's madness.
  private static final int MOST_USE = 1000;

  /// From so many days on the day of most use is taken down.
  private static final int TRIMMED_FROM = 5;

  /// An earlier day is that of a clock without a battery, which knows no date yet.
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 1, 1);
  private static final Pattern FORM =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d{1,3}) (\\d{1,2}) (\\d{1,4}(?:,\\d{1,4}){0,14})");

  private final List<Integer> uses = new ArrayList<>(List.of(0)); // today's first
  private LocalDate today;
  private int level;
  private boolean begun; // whether today's use is that of a whole day, when it is over

  /// A supply that is seen for the first time.
  SupplyUse(int level, LocalDate day) {
    this.level = level;
    this.today = day;
  }

  /// The level as it is now.
  void see(int now, LocalDate day) {
    if (!day.isBefore(FIRST_DAY) && day.isBefore(LAST_DAY)) {
      turn(day);
    }
    if (now < level) {
      uses.set(0, Math.min(MOST_USE, uses.getFirst() + level - now));
      level = now;
    } else if (now >= level + REFILL) {
      level = now;
    }
  }

  /// For how many whole days it lasts; empty when nobody can know.
  OptionalInt daysLeft() {
    if (level == 0) {
      return OptionalInt.of(0);
    }
    List<Integer> whole = new ArrayList<>(uses.subList(1, uses.size()));
    if (whole.size() >= TRIMMED_FROM) {
      whole.sort(Comparator.reverseOrder());
      whole.set(0, whole.get(1));
    }
    int used = whole.stream().mapToInt(Integer::intValue).sum();
    return whole.size() < LEAST_DAYS || used < LEAST_USE
        ? OptionalInt.empty()
        : OptionalInt.of(Math.min(MOST_DAYS, level * whole.size() / used));
  }

  /// Everything as a line of text.
  String text() {
    return "%s %d %d %s"
        .formatted(
            today,
            level,
            begun ? 1 : 0,
            uses.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /// What [#text] wrote.
  ///
  /// @throws IllegalArgumentException if it did not write this
  static SupplyUse of(String text) {
    var line = FORM.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException("no use of a supply");
    }
    var use =
        new SupplyUse(
            Math.min(100, Integer.parseInt(line.group(2))), LocalDate.parse(line.group(1)));
    use.begun = !line.group(3).equals("0");
    use.uses.clear();
    Arrays.stream(line.group(4).split(",", -1)).map(Integer::valueOf).forEach(use.uses::add);
    return use;
  }

  private void turn(LocalDate day) {
    long passed = ChronoUnit.DAYS.between(today, day);
    today = day;
    if (passed <= 0) {
      return;
    }
    if (!begun) { // the day on which it was seen first was not watched as a whole
      uses.removeFirst();
      begun = true;
    }
    long steps = passed > WINDOW ? 1 : passed;
    for (long step = 0; step < steps; step++) {
      uses.addFirst(0);
    }
    while (uses.size() > WINDOW + 1) {
      uses.removeLast();
    }
  }
}
