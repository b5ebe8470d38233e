package org.jiujin.fleet.usage;

import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.MetricValue;

/// What became of one matter today.
///
/// @param matter its id in the catalogue
/// @param begun how often a resident chose it
/// @param done how often the platform accepted an application
/// @param stored how often an application was stored on the terminal, to be sent later
/// @param failed how often an application could not be filed
/// @since 0.1.0
public record MatterUse(String matter, int begun, int done, int stored, int failed) {
  private static final Table TABLE = new Table("matter", "begun", "done", "stored", "failed");

  /// The value of [org.jiujin.fleet.NodeMetric#SVC_MATTERS_TODAY].
  public static MetricValue table(List<MatterUse> matters) {
    return TABLE.of(
        matters, one -> one.matter, one -> List.of(one.begun, one.done, one.stored, one.failed));
  }

  /// What a table says; empty if it is not one of matters.
  public static Optional<List<MatterUse>> read(MetricValue value) {
    return TABLE.read(
        value,
        (matter, numbers) ->
            new MatterUse(matter, numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)));
  }
}
