package org.jiujin.agent.lone;

import java.time.Instant;
import java.util.List;
import org.jiujin.agent.health.Extra;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.MetricValue.DataSet.Column;
import org.jiujin.fleet.MetricValue.Template;
import org.jiujin.fleet.MetricValue.Template.Parameter;
import org.jspecify.annotations.Nullable;

/// A DataSet of the terminal and a Template of one device, whose definition stands in the birth of the node.
final class ComplexMetrics {
  private static final String DEFINITION = "Consumable";
  private static final String VERSION = "1";

  private ComplexMetrics() {}

  /// @param device the device that has a consumable; null when there is none
  /// @param turn counts up with each change
  static List<Extra> at(@Nullable String device, int turn, Instant now) {
    var table = new Extra(null, "svc/queue", DataType.DATA_SET, queue(turn));
    if (device == null) {
      return List.of(table);
    }
    var definition = new Extra(null, DEFINITION, DataType.TEMPLATE, definition(now));
    var instance = new Extra(device, "consumable", DataType.TEMPLATE, instance(turn, now));
    return List.of(table, definition, instance);
  }

  private static MetricValue queue(int turn) {
    return new MetricValue.DataSet(
        List.of(
            new Column("matter", DataType.STRING),
            new Column("waiting", DataType.INT64),
            new Column("minutes", DataType.DOUBLE),
            new Column("open", DataType.BOOLEAN)),
        List.of(
            row("social-security-card", turn % 5, 2.5), row("residence-permit", turn % 3, 7.25)));
  }

  private static List<MetricValue> row(String matter, int waiting, double minutes) {
    return List.of(
        MetricValue.of(matter),
        MetricValue.of((long) waiting),
        MetricValue.of(minutes),
        MetricValue.of(waiting < 4));
  }

  private static MetricValue definition(Instant now) {
    return new Template(null, VERSION, members(0, now), parameters(""));
  }

  private static MetricValue instance(int turn, Instant now) {
    return new Template(DEFINITION, VERSION, members(100 - turn % 100, now), parameters("paper"));
  }

  private static List<Metric> members(int percent, Instant now) {
    return List.of(
        Metric.unaliased("percent", now, DataType.INT32, MetricValue.of(percent)),
        Metric.unaliased("low", now, DataType.BOOLEAN, MetricValue.of(percent < 10)));
  }

  private static List<Parameter> parameters(String kind) {
    return List.of(new Parameter("kind", DataType.STRING, MetricValue.of(kind)));
  }
}
