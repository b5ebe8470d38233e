package org.jiujin.fleet.usage;

import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.MetricValue;

/// How residents fared at one step of the matters today.
///
/// @param step `identity` for example
/// @param visits how often somebody was there
/// @param medianSeconds half of them stayed no longer
/// @param slowSeconds nine in ten stayed no longer
/// @param left how many went away from there without an end
/// @since 0.1.0
public record StepUse(String step, int visits, int medianSeconds, int slowSeconds, int left) {
  private static final Table TABLE = new Table("step", "visits", "median_s", "slow_s", "left");

  /// The value of [org.jiujin.fleet.NodeMetric#SVC_STEPS_TODAY].
  public static MetricValue table(List<StepUse> steps) {
    return TABLE.of(
        steps,
        one -> one.step,
        one -> List.of(one.visits, one.medianSeconds, one.slowSeconds, one.left));
  }

  /// What a table says; empty if it is not one of steps.
  public static Optional<List<StepUse>> read(MetricValue value) {
    return TABLE.read(
        value,
        (step, numbers) ->
            new StepUse(step, numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)));
  }
}
