package org.jiujin.console.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiujin.fleet.NodeMetric;

/// How residents fared at a terminal today, as rows of words: steps with visits, usual and slow stay, and who left; matters with
/// what became of them.
record UsageRows(List<List<String>> steps, List<List<String>> matters) {
  static UsageRows of(Map<String, Object> metrics, Wording wording) {
    return new UsageRows(
        rows(metrics, NodeMetric.SVC_STEPS_TODAY)
            .map(row ->
                List.of(
                    wording.step(word(row, "step")),
                    word(row, "visits"),
                    wording.text("usage.seconds", word(row, "median_s")),
                    wording.text("usage.seconds", word(row, "slow_s")),
                    word(row, "left")))
            .toList(),
        rows(metrics, NodeMetric.SVC_MATTERS_TODAY)
            .map(row ->
                List.of(
                    wording.matter(word(row, "matter")),
                    word(row, "begun"),
                    word(row, "done"),
                    word(row, "stored"),
                    word(row, "failed")))
            .toList());
  }

  /// Whether nobody came today.
  public boolean isEmpty() {
    return steps.isEmpty() && matters.isEmpty();
  }

  /// The rows of a table as they were stored; whatever else stands there has none.
  private static Stream<Map<?, ?>> rows(Map<String, Object> metrics, NodeMetric metric) {
    return metrics.get(metric.wireName()) instanceof List<?> rows
        ? rows.stream()
            .<Map<?, ?>>mapMulti((row, out) -> {
              if (row instanceof Map<?, ?> cells) {
                out.accept(cells);
              }
            })
        : Stream.empty();
  }

  private static String word(Map<?, ?> row, String column) {
    Object cell = row.get(column);
    return cell == null ? "" : cell.toString();
  }
}
