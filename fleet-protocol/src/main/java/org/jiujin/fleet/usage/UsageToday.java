package org.jiujin.fleet.usage;

import java.util.List;

/// How a terminal was used today.
///
/// @param steps in the order of a matter's steps; only those at which somebody was
/// @param matters in the order of their ids; only those that somebody chose
/// @since 0.1.0
public record UsageToday(List<StepUse> steps, List<MatterUse> matters) {
  /// Nobody came.
  public static final UsageToday NONE = new UsageToday(List.of(), List.of());

  /// Takes copies.
  public UsageToday {
    steps = List.copyOf(steps);
    matters = List.copyOf(matters);
  }
}
