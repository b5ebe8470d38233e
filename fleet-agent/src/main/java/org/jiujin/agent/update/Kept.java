package org.jiujin.agent.update;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is on the disk.
///
/// @param current what is started; null before the first
/// @param lastGood what proved itself last; null before the first
/// @param givenUp what did not prove itself
/// @param starts how often the agent began while the current one was on trial and did not end in an orderly way
/// @param devices which of them worked when the current one was put on trial
record Kept(
    @Nullable Installed current,
    @Nullable Installed lastGood,
    @Nullable GivenUp givenUp,
    int starts,
    Set<String> devices) {
  static final Kept NOTHING = new Kept(null, null, null, 0, Set.of());

  Kept {
    devices = Set.copyOf(devices);
  }

  Kept startedTimes(int times) {
    return new Kept(current, lastGood, givenUp, times, devices);
  }

  boolean onTrial() {
    return current != null && !current.equals(lastGood);
  }
}
