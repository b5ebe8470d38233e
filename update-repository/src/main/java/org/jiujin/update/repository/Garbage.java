package org.jiujin.update.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.release.ContentAddress;
import org.jiujin.update.trust.release.FilePatch;
import org.jiujin.update.trust.release.ReleaseFile;

/// Removes what no release needs any more: content of releases that were revoked, metadata that was replaced.
///
/// Roots stay for good. Metadata that was replaced stays for a day, since a terminal may be reading it.
public final class Garbage {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Layout layout;
  private final InstantSource clock;

  /// @param layout of the repository
  public Garbage(Layout layout, InstantSource clock) {
    this.layout = layout;
    this.clock = clock;
  }

  /// What was removed.
  public record Removed(long files, long bytes) {}

  /// Removes it.
  public Removed collect() throws RepositoryException, IOException {
    Set<Path> needed = needed();
    List<Path> there;
    try (Stream<Path> walk = Files.walk(layout.web())) {
      there = walk.filter(Files::isRegularFile).toList();
    }
    long files = 0;
    long bytes = 0;
    for (Path file : there) {
      if (!needed.contains(file) && !isFresh(file)) {
        bytes += Files.size(file);
        Files.delete(file);
        files++;
      }
    }
    return new Removed(files, bytes);
  }

  private boolean isFresh(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (!file.startsWith(layout.metadata()) || !Files.exists(layout.timestamp())) {
      return file.startsWith(layout.metadata());
    }
    Instant replaced = Files.getLastModifiedTime(layout.timestamp()).toInstant();
    return name.endsWith(".root.json") || replaced.isAfter(clock.instant().minus(KEPT));
  }

  private Set<Path> needed() throws RepositoryException, IOException {
    Set<Path> needed = new HashSet<>();
    needed.add(layout.timestamp());
    var metadata = new MetadataFolder(layout);
    metadata
        .timestamp()
        .ifPresent(
            timestamp -> needed.add(layout.metadata("snapshot", timestamp.snapshot().version())));
    Map<String, MetaFile> roles = metadata.snapshot().map(Snapshot::files).orElse(Map.of());
    roles.forEach(
        (name, told) -> needed.add(layout.metadata().resolve(told.version() + "." + name)));
    var releases = new Releases(layout, clock, _ -> {});
    for (Releases.Listed release : releases.all()) {
      needed.add(layout.target(release.target()));
      for (ReleaseFile file : release.manifest().files()) {
        needed.add(layout.targets().resolve(ContentAddress.of(file)));
        for (FilePatch patch : file.patches()) {
          needed.add(layout.targets().resolve(ContentAddress.of(patch)));
        }
      }
    }
    return needed;
  }
}
