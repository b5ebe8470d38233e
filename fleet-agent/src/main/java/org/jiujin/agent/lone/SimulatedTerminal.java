package org.jiujin.agent.lone;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jiujin.agent.health.Extra;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.usage.MatterUse;
import org.jiujin.fleet.usage.StepUse;

/// A terminal that exists only as a picture: visits come and go, paper runs low and is filled up. The same seed tells the
/// same story. Thread-safe.
final class SimulatedTerminal {
  private static final Map<String, String> KINDS =
      Map.of(
          "idcard", "identity-card-reader",
          "receipt", "receipt-printer",
          "printer", "document-printer",
          "camera", "camera",
          "scanner", "code-scanner",
          "card", "chip-card-reader",
          "cabinet", "cabinet");

  private final RandomGenerator random;
  private final InstantSource clock;
  private final Map<NodeMetric, MetricValue> node = new EnumMap<>(NodeMetric.class);
  private final Map<String, DeviceReport> devices = new HashMap<>();
  private final List<String> order;
  private final boolean complex;
  private int changes;
  private Instant changedAt;
  private int plugMoves;
  private int sessions;
  private int done;

  /// @param complex whether there is a DataSet and, with a device, a Template too
  SimulatedTerminal(
      List<String> devices, boolean complex, RandomGenerator random, InstantSource clock) {
    this.complex = complex;
    this.changedAt = clock.instant();
    this.random = random;
    this.clock = clock;
    this.order = new ArrayList<>(devices);
    order.forEach(id -> put(id, DeviceState.READY, "", Mend.NOBODY));
    node.put(NodeMetric.APP_STATE, MetricValue.of(AppState.READY.word()));
    node.put(NodeMetric.APP_VERSION, MetricValue.of("0.1.0"));
    node.put(NodeMetric.APP_PID, MetricValue.of(4711L));
    node.put(NodeMetric.APP_RESTARTS, MetricValue.of(0));
    node.put(NodeMetric.APP_SESSIONS_TODAY, MetricValue.of(0));
    node.put(NodeMetric.APP_OUTBOX_DEPTH, MetricValue.of(0));
    node.put(NodeMetric.BUSINESS_DONE_TODAY, MetricValue.of(0));
    node.put(NodeMetric.BUSINESS_STORED_TODAY, MetricValue.of(0));
    node.put(NodeMetric.BUSINESS_FAILED_TODAY, MetricValue.of(0));
    node.put(
        NodeMetric.SVC_STEPS_TODAY, StepUse.table(List.of(new StepUse("identity", 4, 8, 20, 1))));
    node.put(NodeMetric.SVC_MATTERS_TODAY, MatterUse.table(List.of()));
    node.put(NodeMetric.SYS_CPU_LOAD, MetricValue.of(0.25));
    node.put(NodeMetric.SYS_MEM_USED_MB, MetricValue.of(1900L));
    node.put(NodeMetric.SYS_MEM_TOTAL_MB, MetricValue.of(8000L));
    node.put(NodeMetric.SYS_DISK_FREE_MB, MetricValue.of(60_000L));
    node.put(NodeMetric.SYS_AGENT_UPTIME_S, MetricValue.of(0L));
    node.put(NodeMetric.SYS_AGENT_VERSION, MetricValue.of("0.1.0"));
    node.put(NodeMetric.NET_CONNECTS, MetricValue.of(0));
    node.put(NodeMetric.APP_MEMORY_MB, MetricValue.of(310L));
    node.put(NodeMetric.APP_LAST_END, MetricValue.of(""));
    node.put(NodeMetric.SYS_TEMP_C, MetricValue.of(48.5));
    node.put(NodeMetric.SYS_UPTIME_S, MetricValue.of(86_400L));
    node.put(NodeMetric.NET_KIND, MetricValue.of("mobile"));
    node.put(NodeMetric.NET_SIGNAL_DBM, MetricValue.of(-87));
    node.put(NodeMetric.NET_RECEIVED_BYTES, MetricValue.of(52_000_000L));
    node.put(NodeMetric.NET_SENT_BYTES, MetricValue.of(9_000_000L));
  }

  /// How the terminal is.
  synchronized Snapshot snapshot() {
    return new Snapshot(node, devices, complex ? complexMetrics() : List.of());
  }

  synchronized void connects(int count) {
    node.put(NodeMetric.NET_CONNECTS, MetricValue.of(count));
  }

  /// The next thing happens: at the terminal itself and at one of its devices, by turns. Each is worth a message.
  synchronized void change() {
    changes++;
    changedAt = clock.instant();
    if (devices.isEmpty() || changes % 2 == 1) {
      changeNode();
    } else {
      changeDevice(order.get(changes / 2 % order.size()));
    }
  }

  /// A device loses its cable, or gets it back; the devices take turns.
  synchronized void unplugOrPlug() {
    if (devices.isEmpty()) {
      return;
    }
    String id = order.get(plugMoves / 2 % order.size());
    if (plugMoves % 2 == 0) {
      put(id, DeviceState.UNAVAILABLE, "NOT_CONNECTED", Mend.STAFF);
    } else {
      put(id, DeviceState.READY, "", Mend.NOBODY);
    }
    plugMoves++;
  }

  /// The app ends, and nobody knows about the devices any more, as at a real terminal.
  synchronized void stop() {
    node.put(NodeMetric.APP_STATE, MetricValue.of(AppState.STOPPED.word()));
    node.put(NodeMetric.APP_PID, MetricValue.of(0L));
    devices.clear();
  }

  private List<Extra> complexMetrics() {
    String first = order.isEmpty() ? null : order.getFirst();
    return ComplexMetrics.at(first, changes, changedAt);
  }

  private void changeNode() {
    switch (random.nextInt(3)) {
      case 0 -> {
        sessions++;
        node.put(NodeMetric.APP_SESSIONS_TODAY, MetricValue.of(sessions));
      }
      case 1 -> {
        done++;
        node.put(NodeMetric.BUSINESS_DONE_TODAY, MetricValue.of(done));
      }
      default -> {
        boolean wasReady =
            MetricValue.of(AppState.READY.word()).equals(node.get(NodeMetric.APP_STATE));
        AppState now = wasReady ? AppState.SERVING : AppState.READY;
        node.put(NodeMetric.APP_STATE, MetricValue.of(now.word()));
        node.put(NodeMetric.SYS_CPU_LOAD, MetricValue.of(wasReady ? 0.5 : 0.25));
      }
    }
  }

  private void changeDevice(String id) {
    DeviceReport before = devices.get(id);
    if (before == null || !before.reachable()) {
      return;
    }
    if (before.state() == DeviceState.READY) {
      put(id, DeviceState.DEGRADED, "receipt".equals(id) ? "PAPER_NEAR_END" : "SLOW", Mend.STAFF);
    } else {
      put(id, DeviceState.READY, "", Mend.NOBODY);
    }
  }

  private void put(String id, DeviceState state, String fault, Mend mend) {
    String kind = KINDS.getOrDefault(id, "device");
    devices.put(
        id, new DeviceReport(id, kind, "simulated", true, state, fault, mend, clock.instant()));
  }
}
