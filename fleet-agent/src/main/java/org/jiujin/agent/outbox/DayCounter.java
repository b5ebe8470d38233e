package org.jiujin.agent.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.RecordBody.DayCounted;
import org.jspecify.annotations.Nullable;

/// Follows the counts of a day and tells them when it is over. Holds no thread and no clock; for one thread.
///
/// The caller keeps [#current] over restarts: terminals are switched off at night.
final class DayCounter {
  /// An earlier day is that of a clock without a battery, which knows no date yet.
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  /// In the first minute of a day the counts may still be those of the day before.
  private static final LocalTime COUNTS_FROM = LocalTime.of(0, 1);

  private final ZoneId zone;
  private @Nullable DayCounted current;

  DayCounter(ZoneId zone, @Nullable DayCounted kept) {
    this.zone = zone;
    this.current = kept;
  }

  /// The day that is being counted, if anything was counted on it.
  Optional<DayCounted> current() {
    return Optional.ofNullable(current);
  }

  /// Takes the counts as they are now.
  ///
  /// @return the day that is over, at most one
  List<RecordBody> look(Map<NodeMetric, MetricValue> node, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    if (day.isBefore(FIRST_DAY)) {
      return List.of();
    }
    DayCounted before = current;
    boolean over = before != null && before.day().isBefore(day);
    if (over || (before != null && before.day().isAfter(day))) { // the clock had been ahead
      current = null;
    }
    if (!LocalTime.ofInstant(now, zone).isBefore(COUNTS_FROM)) {
      count(day, node);
    }
    return over ? List.of(before) : List.of();
  }

  private void count(LocalDate day, Map<NodeMetric, MetricValue> node) {
    DayCounted counted =
        new DayCounted(
            day,
            number(node, NodeMetric.APP_SESSIONS_TODAY),
            number(node, NodeMetric.BUSINESS_DONE_TODAY),
            number(node, NodeMetric.BUSINESS_STORED_TODAY),
            number(node, NodeMetric.BUSINESS_FAILED_TODAY));
    if (counted.sessions() + counted.done() + counted.stored() + counted.failed() > 0) {
      current = counted;
    }
  }

  private static long number(Map<NodeMetric, MetricValue> node, NodeMetric metric) {
    return node.get(metric) instanceof MetricValue.Int32(var number) ? Math.max(0, number) : 0;
  }
}
