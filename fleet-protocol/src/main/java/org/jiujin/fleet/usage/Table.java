package org.jiujin.fleet.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.MetricValue.DataSet;
import org.jiujin.fleet.MetricValue.DataSet.Column;

/// A table of which each row has a name and numbers, in these columns. Numbers stand as Int64: npm's sparkplug-payload cannot read an Int32
/// in a table.
final class Table {
  private final List<Column> columns = new ArrayList<>();

  Table(String name, String... numbers) {
    columns.add(new Column(name, DataType.STRING));
    for (String number : numbers) {
      columns.add(new Column(number, DataType.INT64));
    }
  }

  <T> MetricValue of(List<T> rows, Function<T, String> name, Function<T, List<Integer>> numbers) {
    return new DataSet(
        columns,
        rows.stream()
            .map(row -> {
              List<MetricValue> cells = new ArrayList<>();
              cells.add(MetricValue.of(name.apply(row)));
              numbers.apply(row).forEach(number -> cells.add(MetricValue.of(number.longValue())));
              return cells;
            })
            .toList());
  }

  /// Empty if it is another table, or a cell of it is not what its column says.
  <T> Optional<List<T>> read(MetricValue value, BiFunction<String, List<Integer>, T> row) {
    if (!(value instanceof DataSet set) || !set.columns().equals(columns)) {
      return Optional.empty();
    }
    List<T> rows = new ArrayList<>();
    for (List<MetricValue> cells : set.rows()) {
      List<Integer> numbers =
          cells.stream()
              .skip(1)
              .filter(MetricValue.Int64.class::isInstance)
              .map(cell -> Math.clamp(((MetricValue.Int64) cell).value(), 0, Integer.MAX_VALUE))
              .toList();
      if (!(cells.getFirst() instanceof MetricValue.Text(var name))
          || numbers.size() != columns.size() - 1) {
        return Optional.empty();
      }
      rows.add(row.apply(name, numbers));
    }
    return Optional.of(rows);
  }
}
