package org.jiujin.agent.update;

import java.io.IOException;
import java.util.Set;
import org.jiujin.fleet.update.Assignment;

/// Gets releases into slots.
interface Fetcher {
  /// Gets a release.
  ///
  /// @param needed slots that must stay
  /// @return the slot it is in, whole
  /// @throws NotBuilt if it cannot be had for now
  /// @throws IOException if this machine's disk fails
  long fetch(Assignment assignment, Set<Long> needed)
      throws NotBuilt, IOException, InterruptedException;

  /// Removes what is in other slots than these.
  void tidy(Set<Long> needed) throws IOException;
}
