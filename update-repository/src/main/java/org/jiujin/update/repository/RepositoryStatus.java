package org.jiujin.update.repository;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiujin.update.trust.metadata.Role;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.metadata.Timestamp;
import org.jiujin.update.trust.metadata.TopRole;

/// What a repository says of itself, for whoever keeps it.
public final class RepositoryStatus {
  /// So much of a key's id is shown; enough to tell keys apart, and to name one.
  private static final int SHOWN = 12;

  private RepositoryStatus() {}

  /// A line for each role: version, expiry, and the keys that sign for it once what is staged is published.
  ///
  /// @throws RepositoryException if there is no repository
  public static List<String> lines(Layout layout) throws RepositoryException, IOException {
    var metadata = new MetadataFolder(layout);
    List<String> lines = new ArrayList<>();
    Optional<Root> root = metadata.publishedRoot();
    Optional<Timestamp> timestamp = metadata.timestamp();
    Optional<Snapshot> snapshot = metadata.snapshot();
    lines.add(
        line(
            "root",
            root.map(Root::version),
            root.map(Root::expires),
            role(layout, TopRole.ROOT.word())));
    lines.add(
        line(
            "timestamp",
            timestamp.map(Timestamp::version),
            timestamp.map(Timestamp::expires),
            role(layout, TopRole.TIMESTAMP.word())));
    lines.add(
        line(
            "snapshot",
            snapshot.map(Snapshot::version),
            snapshot.map(Snapshot::expires),
            role(layout, TopRole.SNAPSHOT.word())));
    List<String> others = new ArrayList<>(List.of(TopRole.TARGETS.word()));
    others.addAll(Staging.delegated());
    for (String name : others) {
      Optional<Targets> targets = metadata.published(name);
      lines.add(
          line(
              name,
              targets.map(Targets::version),
              targets.map(Targets::expires),
              role(layout, name)));
    }
    return lines;
  }

  private static String line(
      String name, Optional<Long> version, Optional<Instant> expires, Role role) {
    String keys =
        role.keyIds().stream()
            .map(id -> id.substring(0, SHOWN))
            .sorted()
            .collect(Collectors.joining(" "));
    return version.isEmpty()
        ? "%s: not published, %d of %s".formatted(name, role.threshold(), keys)
        : "%s: version %d, good until %s, %d of %s"
            .formatted(name, version.get(), expires.orElseThrow(), role.threshold(), keys);
  }

  /// How many keys a role has and needs, once what is staged is published.
  ///
  /// @throws RepositoryException if there is no such role
  public static KeyQuorum quorum(Layout layout, String name)
      throws RepositoryException, IOException {
    Role role = role(layout, name);
    return new KeyQuorum((int) role.threshold(), role.keyIds().size());
  }

  private static Role role(Layout layout, String name) throws RepositoryException, IOException {
    var metadata = new MetadataFolder(layout);
    for (TopRole top : TopRole.values()) {
      if (top.word().equals(name)) {
        return Objects.requireNonNull(metadata.root().roles().get(top));
      }
    }
    Targets targets = metadata.targets(TopRole.TARGETS.word());
    return MetadataFolder.delegation(targets.delegations(), name).role();
  }
}
