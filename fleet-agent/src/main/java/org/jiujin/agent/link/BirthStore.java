package org.jiujin.agent.link;

import java.io.IOException;
import java.util.Optional;

/// Where the number of the last connection is kept.
interface BirthStore {
  /// What was written last; empty when nothing ever was.
  Optional<String> read() throws IOException;

  /// Replaces what was written before. When it returns, the number survives a loss of power; when it throws or never returns,
  /// the old one or the new one does.
  void write(String number) throws IOException;
}
