package org.jiujin.agent.supply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jiujin.fleet.local.SupplyReport;
import org.jspecify.annotations.Nullable;

/// One supply of one device: what is believed of its level, what is told of it, and whether its end was announced. For one thread.
final class SupplyTrack {
  /// A level counts when it stands so long: a cover that is open for a moment is no empty roll.
  static final Duration STANDS = Duration.ofSeconds(60);

  /// A level is told again when it moved by so much, which a sensor that trembles by one does not; 0 is always told.
  static final int BAND = 3;

  /// Fewer days left are an alarm …
  static final int LOW_DAYS = 3;

  /// … until there are so many.
  static final int ENOUGH_DAYS = 5;

  private @Nullable SupplyUse use;
  private boolean low;
  private @Nullable Integer told;
  private @Nullable Integer seen;
  private Instant since = Instant.EPOCH;

  /// @param use null for a supply that was never seen
  /// @param low whether its end was announced
  SupplyTrack(@Nullable SupplyUse use, boolean low) {
    this.use = use;
    this.low = low;
  }

  /// Looks at the supply as it is reported.
  ///
  /// @return the same as it is to be told
  SupplyReport look(SupplyReport supply, Instant now, LocalDate day) {
    Integer percent = supply.percent();
    if (percent == null) {
      seen = null;
      told = null;
      return supply;
    }
    if (!percent.equals(seen) || now.isBefore(since)) {
      seen = percent;
      since = now;
    }
    if (!now.isBefore(since.plus(STANDS))) {
      believe(percent, day);
    }
    if (told == null || Math.abs(percent - told) >= BAND || percent == 0) {
      told = percent;
    }
    OptionalInt days = daysLeft();
    return supply.with(told, days.isPresent() ? days.getAsInt() : null);
  }

  /// The alarm to be told now, if it is another than before.
  Turn turn() {
    OptionalInt days = daysLeft();
    if (!low && days.isPresent() && days.getAsInt() < LOW_DAYS) {
      low = true;
      return Turn.LOW;
    }
    if (low && (days.isEmpty() || days.getAsInt() >= ENOUGH_DAYS)) {
      low = false;
      return Turn.ENOUGH;
    }
    return Turn.NONE;
  }

  /// What became of the alarm.
  enum Turn {
    NONE,
    LOW,
    ENOUGH
  }

  /// For how many whole days it lasts, by what is believed.
  OptionalInt daysLeft() {
    return use == null ? OptionalInt.empty() : use.daysLeft();
  }

  boolean low() {
    return low;
  }

  /// What to keep; empty when nothing is believed yet.
  String text() {
    return use == null ? "" : use.text();
  }

  private void believe(int percent, LocalDate day) {
    if (use == null) {
      use = new SupplyUse(percent, day);
    } else {
      use.see(percent, day);
    }
  }
}
