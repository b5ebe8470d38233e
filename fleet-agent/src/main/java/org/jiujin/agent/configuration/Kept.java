package org.jiujin.agent.configuration;

import org.jspecify.annotations.Nullable;

/// What a folder holds: each null when it was never written or cannot be believed.
///
/// @param current what is, or shall be, in force
/// @param lastGood what proved itself last
/// @param givenUp what did not prove itself; never taken again
/// @param starts how often the agent began while the current one was on trial and did not end in an orderly way
/// @param damaged whether there is a current one that cannot be believed
record Kept(
    @Nullable Document current,
    @Nullable Document lastGood,
    @Nullable Document givenUp,
    int starts,
    boolean damaged) {
  static final Kept NOTHING = new Kept(null, null, null, 0, false);
}
