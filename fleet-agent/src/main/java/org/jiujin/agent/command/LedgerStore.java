package org.jiujin.agent.command;

import java.io.IOException;
import java.util.Optional;

/// Where the memory of commands is kept.
interface LedgerStore {
  /// What was written last; empty when nothing ever was.
  Optional<byte[]> read() throws IOException;

  /// Replaces what was written before. When it returns, the bytes survive a loss of power; when it throws or never returns, the
  /// old ones or the new ones do, whole.
  void write(byte[] bytes) throws IOException;
}
