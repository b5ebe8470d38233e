package org.jiujin.agent.update;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseFile;

/// Files on this machine by what they contain, so that they are not fetched once more. For one thread.
final class HeldContent {
  private final Map<String, Path> files = new HashMap<>();

  /// What the slots hold, as their manifests say.
  static HeldContent of(SlotFolder slots) throws IOException {
    var held = new HeldContent();
    for (SlotFolder.HeldFile file : slots.files()) {
      held.add(file.sha256(), file.path());
    }
    return held;
  }

  /// Adds what came with the machine and stands where the release has a file; no manifest says what it is.
  void addShipped(Path folder, Manifest manifest) throws IOException {
    for (ReleaseFile listed : manifest.files()) {
      Path file = folder.resolve(listed.path());
      if (Files.isRegularFile(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          add(Sha256.of(in), file);
        }
      }
    }
  }

  void add(String sha256, Path file) {
    files.put(sha256, file);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /// A file that is said to contain this; whether it does, its reader finds out.
  Optional<Path> find(String sha256) {
    return Optional.ofNullable(files.get(sha256));
  }
}
