package org.jiujin.agent.health;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalMessage;

/// Folds what the supervisor sees, what the app reports and what the machine says into one picture.
///
/// Thread-safe. After each change `changed` runs on the calling thread, outside the lock.
public final class HealthBook {
  /// What only the app knows. Anything else it sends under our names is not believed.
  private static final Set<NodeMetric> FROM_APP =
      EnumSet.of(
          NodeMetric.APP_SESSIONS_TODAY,
          NodeMetric.APP_OUTBOX_DEPTH,
          NodeMetric.BUSINESS_DONE_TODAY,
          NodeMetric.BUSINESS_STORED_TODAY,
          NodeMetric.BUSINESS_FAILED_TODAY,
          NodeMetric.SVC_STEPS_TODAY,
          NodeMetric.SVC_MATTERS_TODAY);

  private final Runnable changed;
  private final Map<NodeMetric, MetricValue> node = new EnumMap<>(NodeMetric.class);
  private final Map<String, DeviceReport> devices = new HashMap<>();
  private AppState supervised = AppState.STOPPED;
  private AppState claimed = AppState.READY; // ready or serving; counts while the app answers

  public HealthBook(Runnable changed) {
    this.changed = changed;
  }

  /// The supervisor's view of the app. When the app is down or silent, its devices are unknown and leave the picture.
  public void appIs(AppState state) {
    synchronized (this) {
      supervised = state;
      if (state == AppState.STOPPED || state == AppState.STARTING) {
        devices.clear();
        claimed = AppState.READY;
      }
    }
    changed.run();
  }

  /// What the app reports. Replaces what it reported before.
  public void appReports(LocalMessage.Report report) {
    synchronized (this) {
      for (Metric metric : report.metrics()) {
        fold(metric);
      }
      devices.clear();
      for (DeviceReport device : report.devices()) {
        devices.put(device.id(), device);
      }
    }
    changed.run();
  }

  /// A figure of the machine or of the agent itself.
  public void put(Map<NodeMetric, MetricValue> figures) {
    synchronized (this) {
      node.putAll(figures);
    }
    changed.run();
  }

  /// The picture at this moment.
  public synchronized Snapshot snapshot() {
    Map<NodeMetric, MetricValue> all = new EnumMap<>(node);
    all.put(NodeMetric.APP_STATE, MetricValue.of(appState().word()));
    return new Snapshot(all, devices);
  }

  /// How the app is at this moment.
  public synchronized AppState appState() {
    return supervised == AppState.READY ? claimed : supervised;
  }

  private void fold(Metric metric) {
    Optional<NodeMetric> known = Optional.ofNullable(metric.name()).flatMap(NodeMetric::of);
    if (known.isEmpty()) {
      return; // a newer app may know more than we do
    }
    if (known.get() == NodeMetric.APP_STATE
        && metric.value() instanceof MetricValue.Text(var word)) {
      claimed = AppState.SERVING.word().equals(word) ? AppState.SERVING : AppState.READY;
    } else if (FROM_APP.contains(known.get()) && fits(metric.value(), known.get())) {
      node.put(known.get(), metric.value());
    }
  }

  private static boolean fits(MetricValue value, NodeMetric metric) {
    return value instanceof MetricValue.Absent || value.usualType() == metric.type();
  }
}
