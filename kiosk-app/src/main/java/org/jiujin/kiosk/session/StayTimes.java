package org.jiujin.kiosk.session;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How long residents stayed somewhere, as counts of classes of duration: enough for a median, little to keep, and nobody in particular.
/// For one thread.
final class StayTimes {
  /// The longest stay of each class in seconds; the last class has no end.
  private static final int[] UP_TO = {
    1, 2, 3, 5, 8, 12, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600, 1200, 3600
  };

  private final int[] counts = new int[UP_TO.length];

  void add(long seconds) {
    int at = Arrays.binarySearch(UP_TO, Math.clamp(seconds, 1, 3600));
    counts[at >= 0 ? at : -at - 1]++;
  }

  int visits() {
    return Arrays.stream(counts).sum();
  }

  /// So many of a hundred stayed no longer, in seconds, rounded up to the end of a class; 0 when nobody was there.
  int atMost(int percent) {
    int wanted = Math.ceilDiv(visits() * percent, 100);
    int seen = 0;
    for (int i = 0; i < counts.length && wanted > 0; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return UP_TO[i];
      }
    }
    return 0;
  }

  /// The counts with blanks between them, for [#parse].
  String format() {
    return Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  /// @throws IllegalArgumentException if the text is not that of [#format]
  static StayTimes parse(String text) {
    String[] numbers = text.split(" ", -1);
    var times = new StayTimes();
    if (numbers.length != UP_TO.length) {
      throw new IllegalArgumentException(numbers.length + " counts");
    }
    for (int i = 0; i < numbers.length; i++) {
      times.counts[i] = Integer.parseUnsignedInt(numbers[i]);
    }
    return times;
  }
}
