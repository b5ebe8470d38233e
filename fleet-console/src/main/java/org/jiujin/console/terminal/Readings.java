package org.jiujin.console.terminal;

import java.util.Map;
import java.util.Set;
import org.jiujin.fleet.DeviceMetric;
import org.jiujin.fleet.NodeMetric;
import org.jspecify.annotations.Nullable;

/// Metric values by name, as a terminal or a device of it sent them.
///
/// @param values booleans, numbers, texts, and tables as lists of maps by column
/// @param absent what it said to have no value at the moment
public record Readings(Map<String, Object> values, Set<String> absent) {
  /// Takes a copy.
  public Readings {
    values = Map.copyOf(values);
    absent = Set.copyOf(absent);
  }

  /// Values, and nothing without one.
  public Readings(Map<String, Object> values) {
    this(values, Set.of());
  }

  /// Whether it said anything of this metric.
  boolean mentions(DeviceMetric metric) {
    return values.containsKey(metric.wireName()) || lacks(metric);
  }

  /// Whether it said that this metric has no value.
  boolean lacks(DeviceMetric metric) {
    return absent.contains(metric.wireName());
  }

  @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  @Nullable Long number(NodeMetric metric) {
    return values.get(metric.wireName()) instanceof Number number ? number.longValue() : null;
  }

  boolean flag(String name, boolean otherwise) {
    return values.get(name) instanceof Boolean flag ? flag : otherwise;
  }
}
