package org.jiujin.agent.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jiujin.agent.disk.WholeFile;
import org.jiujin.fleet.command.SignedDocument;

/// A folder with a file for each name.
///
/// @param folder made when something is first written
record ConfigurationFolder(Path folder) implements ConfigurationStore {
  @Override
  public Optional<byte[]> read(String name) throws IOException {
    return file(name).read();
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(folder);
    file(name).write(bytes);
  }

  private WholeFile file(String name) {
    return new WholeFile(folder.resolve(name), SignedDocument.MAX_BYTES);
  }
}
