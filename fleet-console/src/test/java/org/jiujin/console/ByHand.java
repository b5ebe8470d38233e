package org.jiujin.console;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jiujin.fleet.MetricValue;

/// Some terminals for looking at the pages by hand: `ByHand BROKER_PORT`. Runs until it is stopped.
public final class ByHand {
  private ByHand() {}

  /// Connects the terminals and waits.
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    var clock = InstantSource.system();
    var well = new EdgeNode(port, "GS-621121", "T621121001", 0, clock);
    well.born(with(node("ready", 37, 34, 2, 0, 0), updates(7, "app=0.2.0 agent=shipped")));
    well.deviceBorn("idcard", device("ready", "", ""));
    well.deviceBorn("receipt", with(device("ready", "", ""), supplies(42, 12, true)));
    var printer = new HashMap<>(with(device("ready", "", ""), supplies(64, 9, false)));
    printer.put("supply/marker", MetricValue.of("toner"));
    printer.put("supply/marker_name", MetricValue.of("Black Toner"));
    printer.put("supply/marker_pct", MetricValue.of(8));
    printer.put("supply/marker_days_left", MetricValue.of(2));
    well.deviceBorn("printer", printer);
    var serving = new EdgeNode(port, "GS-621121", "T621121002", 0, clock);
    serving.born(
        with(
            node("serving", 21, 18, 1, 1, 1),
            updates(7, "app=0.1.9>0.2.0:waiting agent=0.1.9:trial")));
    serving.deviceBorn("idcard", device("ready", "", ""));
    serving.deviceBorn("receipt", device("ready", "", ""));
    var degraded = new EdgeNode(port, "GS-620102", "T620102014", 0, clock);
    degraded.born(
        with(
            node("ready", 64, 51, 6, 2, 6),
            updates(7, "paused app=0.1.9:trial>0.2.0:resting:unreachable agent=shipped")));
    degraded.deviceBorn("idcard", device("ready", "", ""));
    degraded.deviceBorn("receipt", device("ready", "", ""));
    degraded.data(
        "receipt",
        Map.of(
            "state",
            MetricValue.of("degraded"),
            "fault",
            MetricValue.of("PAPER_NEAR_END"),
            "mend",
            MetricValue.of("staff")));
    degraded.data(
        "idcard",
        Map.of(
            "state",
            MetricValue.of("unavailable"),
            "fault",
            MetricValue.of("NOT_CONNECTED"),
            "mend",
            MetricValue.of("staff")));
    degraded.deviceDied("idcard");
    var frozen = new EdgeNode(port, "GS-620102", "T620102015", 0, clock);
    frozen.born(
        with(
            node("frozen", 12, 10, 0, 0, 0),
            updates(
                12,
                "app=0.1.9>0.2.0:given-up:not-well agent=shipped>0.2.0:expired"
                    + " catalogue=2026.11+3>2026.12-rc.1:fetching:too-slow")));
    frozen.deviceBorn("idcard", device("ready", "", ""));
    frozen.deviceBorn("receipt", device("unavailable", "DEVICE_FAILED", "technician"));
    var offline = new EdgeNode(port, "GS-620982", "T620982003", 0, clock);
    offline.born(node("ready", 5, 5, 0, 0, 3));
    offline.deviceBorn("idcard", device("ready", "", ""));
    offline.deviceBorn("receipt", device("ready", "", ""));
    offline.died(0);
    new CountDownLatch(1).await();
  }

  private static Map<String, MetricValue> node(
      String state, int sessions, int done, int stored, int failed, int outbox) {
    return Map.ofEntries(
        Map.entry("app/state", MetricValue.of(state)),
        Map.entry("app/version", MetricValue.of("0.1.0")),
        Map.entry("app/sessions_today", MetricValue.of(sessions)),
        Map.entry("app/outbox_depth", MetricValue.of(outbox)),
        Map.entry("app/restarts", MetricValue.of(0)),
        Map.entry("svc/business_done_today", MetricValue.of(done)),
        Map.entry("svc/business_stored_today", MetricValue.of(stored)),
        Map.entry("svc/business_failed_today", MetricValue.of(failed)),
        Map.entry("sys/cpu_load", MetricValue.of(0.18)),
        Map.entry("sys/mem_used_mb", MetricValue.of(5120L)),
        Map.entry("sys/mem_total_mb", MetricValue.of(7840L)),
        Map.entry("sys/disk_free_mb", MetricValue.of(81_920L)),
        Map.entry("sys/agent_uptime_s", MetricValue.of(86_400L)),
        Map.entry("net/technology", MetricValue.of("lte")),
        Map.entry("net/quality_pct", MetricValue.of(67)),
        Map.entry("net/signal_dbm", MetricValue.of(-98)),
        Map.entry("net/connects", MetricValue.of(1)));
  }

  private static Map<String, MetricValue> updates(long direction, String state) {
    return Map.of(
        "fleet/update_direction", MetricValue.of(direction),
        "fleet/update_state", MetricValue.of(state));
  }

  private static Map<String, MetricValue> with(
      Map<String, MetricValue> some, Map<String, MetricValue> others) {
    var both = new HashMap<>(some);
    both.putAll(others);
    return both;
  }

  private static Map<String, MetricValue> supplies(int percent, int days, boolean estimated) {
    return Map.of(
        "supply/paper_pct", MetricValue.of(percent),
        "supply/paper_days_left", MetricValue.of(days),
        "supply/paper_estimated", MetricValue.of(estimated));
  }

  private static Map<String, MetricValue> device(String state, String fault, String mend) {
    return Map.of(
        "state", MetricValue.of(state),
        "fault", MetricValue.of(fault),
        "mend", MetricValue.of(mend),
        "kind", MetricValue.of("device"),
        "model", MetricValue.of("JJ-VIRTUAL 1"),
        "simulated", MetricValue.of(true));
  }
}
