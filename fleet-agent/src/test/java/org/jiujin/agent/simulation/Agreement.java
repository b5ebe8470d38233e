package org.jiujin.agent.simulation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;

/// Tells whether terminal, host and operator know the same of each other.
final class Agreement {
  private static final Set<MetricValue> SERVES =
      Set.of(MetricValue.of("ready"), MetricValue.of("serving"));

  /// Reported when they have moved far enough.
  private static final Set<NodeMetric> ROUGHLY =
      EnumSet.of(NodeMetric.APP_MEMORY_MB, NodeMetric.SYS_DISK_FREE_MB);

  private final SimulatedTerminal terminal;
  private final SimulatedHost host;
  private final Operator operator;
  private final RecordAudit audit;

  Agreement(SimulatedTerminal terminal, SimulatedHost host, Operator operator, RecordAudit audit) {
    this.terminal = terminal;
    this.host = host;
    this.operator = operator;
    this.audit = audit;
  }

  /// What is not right yet; empty when everything is.
  String missing() {
    SimulatedAgent agent = terminal.agent();
    if (agent == null) {
      return "there is no agent";
    }
    if (!host.up() || !host.online()) {
      return "the host does not see the terminal";
    }
    Snapshot picture = agent.book().snapshot();
    String node = node(picture.node());
    if (!node.isEmpty()) {
      return node;
    }
    if (!sameDevices(picture.devices())) {
      return "the devices are " + picture.devices() + ", the host believes " + host.devices();
    }
    if (!agent.durable() || agent.waiting() > 0 || !audit.settled()) {
      return agent.waiting() + " records wait";
    }
    int untold = operator.untold().size();
    return untold == 0 ? "" : untold + " commands without an end";
  }

  private String node(Map<NodeMetric, MetricValue> is) {
    for (NodeMetric metric : NodeMetric.values()) {
      MetricValue real = is.getOrDefault(metric, new MetricValue.Absent());
      if (!metric.isMessage() && !ROUGHLY.contains(metric) && !real.equals(host.node(metric))) {
        return metric + " is " + real + ", the host believes " + host.node(metric);
      }
    }
    MetricValue app = is.getOrDefault(NodeMetric.APP_STATE, new MetricValue.Absent());
    return SERVES.contains(app) ? "" : "the app is " + app;
  }

  private boolean sameDevices(Map<String, DeviceReport> devices) {
    return devices.values().stream().allMatch(this::isKnown)
        && devices.keySet().containsAll(host.devices().keySet());
  }

  private boolean isKnown(DeviceReport device) {
    Map<String, MetricValue> believed = host.devices().get(device.id());
    if (believed == null || !device.reachable()) {
      return believed == null && !device.reachable();
    }
    return MetricValue.of(device.state().word()).equals(believed.get("state"))
        && MetricValue.of(device.fault()).equals(believed.get("fault"));
  }
}
