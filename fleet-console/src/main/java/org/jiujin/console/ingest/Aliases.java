package org.jiujin.console.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiujin.console.terminal.Readings;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jspecify.annotations.Nullable;

/// What the aliases of one terminal and its devices stand for, as its births said.
final class Aliases {
  /// Longer texts are cut: the console shows values, it does not keep documents.
  static final int MAX_TEXT = 500;

  private final Map<Long, Definition> definitions = new HashMap<>();

  /// Forgets everything: the terminal was born anew.
  void clear() {
    definitions.clear();
  }

  /// Takes the definitions of a birth, and gives its values.
  ///
  /// @param owner the device, or empty for the terminal itself
  Readings define(String owner, List<Metric> metrics) {
    for (Metric metric : metrics) {
      if (metric.name() != null && metric.alias() != null) {
        definitions.put(metric.alias(), new Definition(owner, metric.name(), metric.type()));
      }
    }
    return read(owner, metrics).orElseGet(() -> new Readings(Map.of()));
  }

  /// The values of a message.
  ///
  /// @return empty if it uses an alias that no birth of this owner defined
  Optional<Readings> read(String owner, List<Metric> metrics) {
    Map<String, Object> values = new HashMap<>();
    Set<String> absent = new HashSet<>();
    for (Metric metric : metrics) {
      Definition definition = definitionOf(owner, metric);
      if (definition == null) {
        return Optional.empty();
      }
      Object value = metric.historical() ? null : plain(definition.type(), metric.value());
      if (value != null && isPrintable(definition.name())) {
        values.put(definition.name(), value);
      } else if (!metric.historical() && metric.value() instanceof MetricValue.Absent) {
        absent.add(definition.name());
      }
    }
    return Optional.of(new Readings(values, absent));
  }

  /// Whether a metric of the terminal itself, by name or by alias, is the one of this name.
  boolean means(String name, Metric metric) {
    Definition definition = definitionOf("", metric);
    return definition != null && definition.name().equals(name);
  }

  /// The alias of the terminal's metric of this name, if its birth gave it one.
  Optional<Long> of(String name) {
    return definitions.entrySet().stream()
        .filter(entry -> entry.getValue().owner().isEmpty())
        .filter(entry -> entry.getValue().name().equals(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private @Nullable Definition definitionOf(String owner, Metric metric) {
    String name = metric.name();
    if (name != null) {
      return new Definition(owner, name, metric.type());
    }
    Definition definition = definitions.get(metric.alias());
    return definition != null && definition.owner().equals(owner) ? definition : null;
  }

  private static @Nullable Object plain(@Nullable DataType type, MetricValue value) {
    return switch (value) {
      case MetricValue.Int32(int number) ->
          type == DataType.UINT32
              ? (Object) Integer.toUnsignedLong(number)
              : (Object) (long) number;
      case MetricValue.Int64(long number) -> number;
      case MetricValue.Real32(float number) ->
          Float.isFinite(number) ? (Object) (double) number : null;
      case MetricValue.Real64(double number) -> Double.isFinite(number) ? (Object) number : null;
      case MetricValue.Flag(boolean flag) -> flag;
      case MetricValue.Text(String text) -> printable(text);
      case MetricValue.DataSet table -> rows(table);
      case MetricValue.Binary _,
          MetricValue.Absent _,
          MetricValue.Template _,
          MetricValue.Skipped _ ->
          null;
    };
  }

  private static List<Map<String, Object>> rows(MetricValue.DataSet table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<MetricValue> cells : table.rows()) {
      Map<String, Object> row = new HashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        MetricValue.DataSet.Column column = table.columns().get(i);
        Object value = plain(column.type(), cells.get(i));
        if (value != null && isPrintable(column.name())) {
          row.put(column.name(), value);
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static String printable(String text) {
    String cut = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    return cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
  }

  private static boolean isPrintable(String name) {
    return name.chars().noneMatch(Character::isISOControl);
  }

  private record Definition(String owner, String name, @Nullable DataType type) {}
}
