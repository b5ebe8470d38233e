package org.jiujin.device.cabinet;

import java.time.Duration;

/// A buzzing that ends by itself.
///
/// @param on how long it buzzes each time
/// @param off how long it is silent in between
/// @param times how often it buzzes
/// @since 0.2
public record BuzzerPattern(Duration on, Duration off, int times) {
  /// No pattern takes longer than this.
  public static final Duration LONGEST = Duration.ofSeconds(10);

  /// Boards are switched ten times a second; nothing shorter can be heard as it was meant.
  public static final Duration SHORTEST_PART = Duration.ofMillis(100);

  /// Something was heard.
  public static final BuzzerPattern ONCE =
      new BuzzerPattern(Duration.ofMillis(200), Duration.ofMillis(200), 1);

  /// Something was left behind: a card, paper.
  public static final BuzzerPattern REMINDER =
      new BuzzerPattern(Duration.ofMillis(300), Duration.ofMillis(300), 3);

  /// Somebody is to come.
  public static final BuzzerPattern ALARM =
      new BuzzerPattern(Duration.ofMillis(800), Duration.ofMillis(200), 10);

  /// @throws IllegalArgumentException when a part is too short, or the whole longer than [#LONGEST]
  public BuzzerPattern {
    if (times < 1 || on.compareTo(SHORTEST_PART) < 0 || off.compareTo(SHORTEST_PART) < 0) {
      throw new IllegalArgumentException(
          "nobody hears %d times %s and %s".formatted(times, on, off));
    }
    if (on.plus(off).multipliedBy(times).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a pattern ends within " + LONGEST);
    }
  }

  /// How long it takes, without the silence at its end.
  public Duration length() {
    return on.plus(off).multipliedBy(times).minus(off);
  }

  /// Whether it buzzes so long after its beginning.
  public boolean buzzesAt(Duration sinceBegin) {
    return sinceBegin.compareTo(length()) < 0
        && sinceBegin.toNanos() % on.plus(off).toNanos() < on.toNanos();
  }
}
