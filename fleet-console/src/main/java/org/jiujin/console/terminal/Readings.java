package org.jiujin.console.terminal;

import java.util.Map;
import org.jiujin.fleet.NodeMetric;
import org.jspecify.annotations.Nullable;

/// Metric values by name, as a terminal or a device of it sent them.
///
/// @param values booleans, numbers, texts, and tables as lists of maps by column
public record Readings(Map<String, Object> values) {
  /// Takes a copy.
  public Readings {
    values = Map.copyOf(values);
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
