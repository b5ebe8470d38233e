package org.jiujin.fleet.local;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.SupplyKind;
import org.jspecify.annotations.Nullable;

/// Something that a device uses up, and how much of it is left.
///
/// @param name as the device calls it; may be empty. At most [#MAX_NAME] characters
/// @param percent 0…100; null when nobody knows
/// @param estimated whether the percentage was reckoned from use, and not told by a sensor
/// @param daysLeft whole days, if it is used as lately; null when nobody knows. The agent's forecast: the app does not tell it
/// @since 0.1.0
public record SupplyReport(
    SupplyKind kind,
    String name,
    @Nullable Integer percent,
    boolean estimated,
    @Nullable Integer daysLeft) {
  /// The most that one device may have.
  public static final int MAX_SUPPLIES = 16;

  /// The longest name, in characters.
  public static final int MAX_NAME = 64;

  /// What lasts longest comes last, and before it what nobody knows.
  private static final Comparator<SupplyReport> SCARCEST_FIRST =
      Comparator.comparingInt((SupplyReport one) -> orMost(one.daysLeft))
          .thenComparingInt(one -> orMost(one.percent));

  /// @throws IllegalArgumentException if the percentage or the name is out of bounds
  public SupplyReport {
    if (percent != null && (percent < 0 || percent > 100)) {
      throw new IllegalArgumentException("0 to 100 percent, not " + percent);
    }
    if (name.length() > MAX_NAME) {
      throw new IllegalArgumentException("the name of a supply is too long");
    }
  }

  /// The same with another level and a forecast.
  public SupplyReport with(@Nullable Integer level, @Nullable Integer days) {
    return new SupplyReport(kind, name, level, estimated, days);
  }

  /// Whether this is paper, and not what marks it.
  public boolean isPaper() {
    return kind == SupplyKind.PAPER;
  }

  /// Of the paper, or of what marks it, the one that ends first.
  public static Optional<SupplyReport> scarcest(List<SupplyReport> supplies, boolean paper) {
    return supplies.stream().filter(one -> one.isPaper() == paper).min(SCARCEST_FIRST);
  }

  private static int orMost(@Nullable Integer number) {
    return number == null ? Integer.MAX_VALUE : number;
  }
}
