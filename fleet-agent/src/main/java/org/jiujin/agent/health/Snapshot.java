package org.jiujin.agent.health;

import java.util.List;
import java.util.Map;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;

/// Everything the terminal has to say at one moment.
///
/// @param node what is known; a metric that is missing is reported as absent
/// @param devices by device id; a device that is missing is not attached, or nobody knows about it
/// @param extras terminals have none; those that a birth lacks are not reported before the next birth
public record Snapshot(
    Map<NodeMetric, MetricValue> node, Map<String, DeviceReport> devices, List<Extra> extras) {
  public Snapshot {
    node = Map.copyOf(node);
    devices = Map.copyOf(devices);
    extras = List.copyOf(extras);
  }

  /// The picture of a terminal.
  public Snapshot(Map<NodeMetric, MetricValue> node, Map<String, DeviceReport> devices) {
    this(node, devices, List.of());
  }
}
