package org.jiujin.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one candidate made of all inputs.
final class Tally {
  private final List<Double> milliseconds = new ArrayList<>();
  private final List<Double> failing = new ArrayList<>();
  private final Map<String, Integer> rightByGroup = new LinkedHashMap<>();
  private int wrong;

  void add(String group, boolean answered, boolean right, double cost) {
    milliseconds.add(cost);
    rightByGroup.merge(group, right ? 1 : 0, Integer::sum);
    if (!right) {
      failing.add(cost);
    }
    if (answered && !right) {
      wrong++;
    }
  }

  int right() {
    return rightByGroup.values().stream().mapToInt(Integer::intValue).sum();
  }

  int right(String group) {
    return rightByGroup.getOrDefault(group, 0);
  }

  /// Answers that were not the expected text.
  int wrong() {
    return wrong;
  }

  int inputs() {
    return milliseconds.size();
  }

  List<Double> milliseconds() {
    return List.copyOf(milliseconds);
  }

  /// The dearest input that was not read; 0 when all were.
  double dearestFailure() {
    return failing.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
