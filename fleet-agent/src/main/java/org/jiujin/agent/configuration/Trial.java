package org.jiujin.agent.configuration;

import java.time.Instant;

/// A configuration has to prove itself.
///
/// @param since when it was put in force, wholly if the app has a part in it, or the agent began
/// @param failures how often the app ended since then although nobody wanted it to
/// @param ends how often it ended at all
/// @param linkMatters whether it changes how the broker is reached
record Trial(Instant since, int failures, int ends, boolean linkMatters) {
  static Trial begin(Instant now, boolean linkMatters) {
    return new Trial(now, 0, 0, linkMatters);
  }

  /// Begins to count now, when the app has taken its part.
  Trial from(Instant now) {
    return new Trial(now, failures, ends, linkMatters);
  }

  Trial ended(boolean wanted) {
    return new Trial(since, failures + (wanted ? 0 : 1), ends + 1, linkMatters);
  }
}
