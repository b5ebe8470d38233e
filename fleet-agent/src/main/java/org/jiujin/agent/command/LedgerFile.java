package org.jiujin.agent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jiujin.agent.disk.WholeFile;

/// The memory of commands in a file.
///
/// @param file its folder must exist
record LedgerFile(Path file) implements LedgerStore {
  /// More than the policy can fill.
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  @Override
  public Optional<byte[]> read() throws IOException {
    return whole().read();
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    whole().write(bytes);
  }

  private WholeFile whole() {
    return new WholeFile(file, MOST_BYTES);
  }
}
