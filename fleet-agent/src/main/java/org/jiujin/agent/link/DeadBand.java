package org.jiujin.agent.link;

import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;

/// How far a value must move before it is worth a message.
final class DeadBand {
  private DeadBand() {}

  /// Whether the new value is to be reported by itself.
  static boolean leaves(NodeMetric metric, MetricValue reported, MetricValue now) {
    if (reported.equals(now)) {
      return false;
    }
    return switch (metric) {
      case SYS_CPU_LOAD -> moved(reported, now, 0.10);
      case SYS_MEM_USED_MB -> moved(reported, now, 128);
      case SYS_DISK_FREE_MB -> moved(reported, now, 256);
      case APP_MEMORY_MB -> moved(reported, now, 64);
      case SYS_TEMP_C -> moved(reported, now, 5);
      case NET_SIGNAL_DBM -> moved(reported, now, 6);
      case NET_QUALITY_PCT -> moved(reported, now, 10);
      // they grow always, and go along with the full report
      case SYS_AGENT_UPTIME_S, SYS_UPTIME_S, NET_RECEIVED_BYTES, NET_SENT_BYTES -> false;
      default -> true;
    };
  }

  private static boolean moved(MetricValue before, MetricValue now, double band) {
    double from = number(before);
    double to = number(now);
    return Double.isNaN(from) != Double.isNaN(to) || Math.abs(to - from) >= band;
  }

  private static double number(MetricValue value) {
    return switch (value) {
      case MetricValue.Int32(var number) -> number;
      case MetricValue.Int64(var number) -> number;
      case MetricValue.Real32(var number) -> number;
      case MetricValue.Real64(var number) -> number;
      case MetricValue.Flag _,
          MetricValue.Text _,
          MetricValue.Binary _,
          MetricValue.Absent _,
          MetricValue.Complex _,
          MetricValue.Skipped _ ->
          Double.NaN;
    };
  }
}
