package org.jiujin.agent.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jiujin.agent.disk.WholeFile;

/// The number of the last connection in a file.
///
/// @param file its folder must exist
record BirthFile(Path file) implements BirthStore {
  private static final int MOST_BYTES = 64;

  @Override
  public Optional<String> read() throws IOException {
    return whole().read().map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
  }

  @Override
  public void write(String number) throws IOException {
    whole().write(number.getBytes(StandardCharsets.US_ASCII));
  }

  private WholeFile whole() {
    return new WholeFile(file, MOST_BYTES);
  }
}
