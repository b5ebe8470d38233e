package org.jiujin.agent.update;

import java.io.IOException;
import java.util.Optional;

/// Where it is kept what is current, what is on trial and what was given up.
interface InstallStore {
  /// What was written last; empty when nothing was.
  ///
  /// @throws IOException if it cannot be read, or is not what was written
  Optional<Kept> read() throws IOException;

  /// Replaces what was there. When it returns, it is on the medium.
  void write(Kept kept) throws IOException;
}
