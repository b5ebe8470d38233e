package org.jiujin.benchmark;

import java.util.Arrays;
import java.util.List;

/// What a row of measurements comes to, failing inputs included.
///
/// @param p95 the smallest that 95 in 100 do not exceed
record Figures(double median, double p95, double mean, double most) {
  /// @throws IllegalArgumentException when there is nothing to sum up
  static Figures of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Figures(
        median(sorted),
        percentile(sorted, 0.95),
        Arrays.stream(sorted).average().orElseThrow(),
        sorted[sorted.length - 1]);
  }

  /// The nearest rank.
  static double percentile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank, 1, sorted.length) - 1];
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
