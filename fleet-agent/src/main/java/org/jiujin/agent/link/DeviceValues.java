package org.jiujin.agent.link;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiujin.fleet.DeviceMetric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.jspecify.annotations.Nullable;

/// What the metrics of a device say.
final class DeviceValues {
  private DeviceValues() {}

  /// The metrics of its birth.
  static List<DeviceMetric> metricsOf(DeviceReport device) {
    return Stream.of(DeviceMetric.values())
        .filter(metric -> !metric.isSupply() || !device.supplies().isEmpty())
        .toList();
  }

  /// The value of one of them.
  static MetricValue of(DeviceReport device, DeviceMetric metric) {
    return switch (metric) {
      case STATE -> MetricValue.of(device.state().word());
      case FAULT -> MetricValue.of(device.fault());
      case MEND -> MetricValue.of(device.mend().word());
      case KIND -> MetricValue.of(device.kind());
      case MODEL -> MetricValue.of(device.model());
      case SIMULATED -> MetricValue.of(device.simulated());
      case SINCE -> MetricValue.of(device.since().toEpochMilli());
      case SUPPLY_PAPER_PCT -> ofScarcest(device, true, one -> number(one.percent()));
      case SUPPLY_PAPER_DAYS_LEFT -> ofScarcest(device, true, one -> number(one.daysLeft()));
      case SUPPLY_PAPER_ESTIMATED ->
          ofScarcest(device, true, one -> MetricValue.of(one.estimated()));
      case SUPPLY_MARKER -> ofScarcest(device, false, one -> MetricValue.of(one.kind().word()));
      case SUPPLY_MARKER_NAME -> ofScarcest(device, false, one -> MetricValue.of(one.name()));
      case SUPPLY_MARKER_PCT -> ofScarcest(device, false, one -> number(one.percent()));
      case SUPPLY_MARKER_DAYS_LEFT -> ofScarcest(device, false, one -> number(one.daysLeft()));
    };
  }

  private static MetricValue ofScarcest(
      DeviceReport device, boolean paper, Function<SupplyReport, MetricValue> value) {
    return SupplyReport.scarcest(device.supplies(), paper)
        .map(value)
        .orElse(new MetricValue.Absent());
  }

  private static MetricValue number(@Nullable Integer number) {
    return number == null ? new MetricValue.Absent() : MetricValue.of(number.intValue());
  }
}
