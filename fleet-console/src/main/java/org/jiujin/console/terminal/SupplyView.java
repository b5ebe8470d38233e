package org.jiujin.console.terminal;

import static org.jiujin.fleet.DeviceMetric.SUPPLY_MARKER;
import static org.jiujin.fleet.DeviceMetric.SUPPLY_MARKER_DAYS_LEFT;
import static org.jiujin.fleet.DeviceMetric.SUPPLY_MARKER_NAME;
import static org.jiujin.fleet.DeviceMetric.SUPPLY_MARKER_PCT;
import static org.jiujin.fleet.DeviceMetric.SUPPLY_PAPER_DAYS_LEFT;
import static org.jiujin.fleet.DeviceMetric.SUPPLY_PAPER_ESTIMATED;
import static org.jiujin.fleet.DeviceMetric.SUPPLY_PAPER_PCT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiujin.fleet.DeviceMetric;
import org.jiujin.fleet.SupplyKind;
import org.jspecify.annotations.Nullable;

/// Something that a device uses up, as it was last told.
///
/// @param kind `paper`, `toner` or `ink`
/// @param name as the device calls it, or empty
/// @param percent how much is left, 0…100; null when nobody knows
/// @param estimated whether that was reckoned, and not told by a sensor
/// @param daysLeft whole days; null when nobody knows
public record SupplyView(
    String kind,
    String name,
    @Nullable Integer percent,
    boolean estimated,
    @Nullable Integer daysLeft) {
  private static final String PAPER = SupplyKind.PAPER.word();

  /// What a report makes of the supplies; what it leaves out stays as it was.
  static List<SupplyView> reported(List<SupplyView> before, Readings readings) {
    return Stream.of(paper(of(before, true), readings), marker(of(before, false), readings))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<SupplyView> paper(Optional<SupplyView> before, Readings readings) {
    boolean none = readings.lacks(SUPPLY_PAPER_ESTIMATED);
    if (none || (before.isEmpty() && !readings.mentions(SUPPLY_PAPER_ESTIMATED))) {
      return Optional.empty();
    }
    SupplyView paper = before.orElse(new SupplyView(PAPER, "", null, false, null));
    return Optional.of(
        new SupplyView(
            PAPER,
            "",
            number(readings, SUPPLY_PAPER_PCT, paper.percent()),
            readings.flag(SUPPLY_PAPER_ESTIMATED.wireName(), paper.estimated()),
            number(readings, SUPPLY_PAPER_DAYS_LEFT, paper.daysLeft())));
  }

  private static Optional<SupplyView> marker(Optional<SupplyView> before, Readings readings) {
    boolean none = readings.lacks(SUPPLY_MARKER);
    if (none || (before.isEmpty() && !readings.mentions(SUPPLY_MARKER))) {
      return Optional.empty();
    }
    SupplyView marker =
        before.orElse(new SupplyView(SupplyKind.TONER.word(), "", null, false, null));
    return Optional.of(
        new SupplyView(
            readings.text(SUPPLY_MARKER.wireName(), marker.kind()),
            readings.text(SUPPLY_MARKER_NAME.wireName(), marker.name()),
            number(readings, SUPPLY_MARKER_PCT, marker.percent()),
            false,
            number(readings, SUPPLY_MARKER_DAYS_LEFT, marker.daysLeft())));
  }

  private static Optional<SupplyView> of(List<SupplyView> supplies, boolean paper) {
    return supplies.stream().filter(one -> one.kind.equals(PAPER) == paper).findFirst();
  }

  private static @Nullable Integer number(
      Readings readings, DeviceMetric metric, @Nullable Integer before) {
    if (!readings.mentions(metric)) {
      return before;
    }
    return readings.values().get(metric.wireName()) instanceof Number number
        ? Integer.valueOf(Math.clamp(number.longValue(), 0, 9999))
        : null;
  }
}
