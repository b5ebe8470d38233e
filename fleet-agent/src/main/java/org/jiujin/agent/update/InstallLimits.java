package org.jiujin.agent.update;

import java.time.Duration;

/// The bounds of a trial, and the waits after a failure to fetch.
///
/// @param proof how long without a break the app has to be well
/// @param trial within which it must have become so
/// @param failures so many ends of the app that no operator wanted are too many
/// @param starts so many starts of the agent are too many: a release that takes the machine down
/// @param firstRest after a failure to fetch; doubles with each further one
/// @param longestRest never more than this
record InstallLimits(
    Duration proof,
    Duration trial,
    int failures,
    int starts,
    Duration firstRest,
    Duration longestRest) {
  /// What a terminal runs with.
  static final InstallLimits USUAL =
      new InstallLimits(
          Duration.ofMinutes(3),
          Duration.ofMinutes(15),
          2,
          3,
          Duration.ofMinutes(1),
          Duration.ofHours(1));

  Duration rest(int failures) {
    Duration rest = firstRest.multipliedBy(1L << Math.min(20, failures - 1));
    return rest.compareTo(longestRest) < 0 ? rest : longestRest;
  }
}
