package org.jiujin.update.trust.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Keeps metadata in a folder: `root.json`, `timestamp.json`, `snapshot.json`, `targets.json`, one file per delegated role under its
/// escaped name ([FileName]), and the time in `clock`.
///
/// @param folder must exist; nobody else writes there
public record FolderStore(Path folder) implements TrustStore {
  /// Longer than any limit of a client; what is longer was not written by us.
  private static final long LONGEST = 64L << 20;

  private static final int LONGEST_CLOCK = 64;

  @Override
  public Optional<byte[]> role(String role) throws IOException {
    return read(file(role), LONGEST);
  }

  @Override
  public void keep(String role, byte[] file) throws IOException {
    WholeFile.write(file(role), file);
  }

  @Override
  public void drop(String role) throws IOException {
    WholeFile.delete(file(role));
  }

  @Override
  public Optional<Instant> clock() throws IOException {
    Optional<byte[]> bytes = read(clockFile(), LONGEST_CLOCK);
    try {
      return bytes.map(text -> Instant.parse(new String(text, StandardCharsets.UTF_8).strip()));
    } catch (DateTimeException e) {
      return Optional.empty(); // a damaged note is no note; the next one replaces it
    }
  }

  @Override
  public void keepClock(Instant time) throws IOException {
    WholeFile.write(clockFile(), (time + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Path file(String role) {
    return folder.resolve(FileName.of(role) + ".json");
  }

  private Path clockFile() {
    return folder.resolve("clock");
  }

  private static Optional<byte[]> read(Path file, long most) throws IOException {
    if (!Files.exists(file) || Files.size(file) > most) {
      return Optional.empty();
    }
    return Optional.of(Files.readAllBytes(file));
  }
}
