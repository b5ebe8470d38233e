package org.jiujin.update.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiujin.update.trust.metadata.Envelope;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Quorum;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.SigningKey;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.Timestamp;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.source.FetchFailed;
import org.jiujin.update.trust.source.FolderSource;
import org.jiujin.update.trust.source.RepositorySource;
import org.jiujin.update.trust.store.WholeFile;

/// Puts what is staged and signed before the terminals, with a fresh snapshot and timestamp; without anything staged it lets the
/// repository live on.
///
/// Before the first file is written, a client that knows only the first root reads everything. What it refuses is not published. The
/// timestamp is written last; a program that ends before leaves what was published before, and can simply be run again.
public final class Publisher {
  private final Layout layout;
  private final MetadataFolder metadata;
  private final InstantSource clock;

  /// @param layout of the repository
  public Publisher(Layout layout, InstantSource clock) {
    this.layout = layout;
    this.metadata = new MetadataFolder(layout);
    this.clock = clock;
  }

  /// What is published.
  ///
  /// @param roles those that were staged
  /// @param expires when a terminal believes it no more
  public record Published(List<String> roles, long timestamp, Instant expires) {}

  /// Publishes.
  ///
  /// @param keys enough of those of snapshot and timestamp are needed, others are passed over
  /// @throws RepositoryException if signatures are missing, what is staged is older than what is published, or a client refuses it
  public Published publish(List<SigningKey> keys) throws RepositoryException, IOException {
    List<String> roles = metadata.stagedRoles();
    Root root = metadata.root();
    Map<String, byte[]> fresh = new LinkedHashMap<>();
    Map<String, MetaFile> listed =
        new HashMap<>(metadata.snapshot().map(Snapshot::files).orElse(Map.of()));
    for (String role : roles) {
      byte[] bytes = signed(role);
      long version = version(role, bytes);
      fresh.put(version + "." + role + ".json", bytes);
      if (!role.equals(TopRole.ROOT.word())) {
        listed.put(role + ".json", MetaFile.of(version, bytes));
      }
    }
    MetaFile snapshot = snapshot(roles.isEmpty(), root, listed, keys, fresh);
    var timestamp =
        new Timestamp(
            1 + metadata.timestamp().map(Timestamp::version).orElse(0L),
            clock.instant().plus(Lifetime.TIMESTAMP),
            snapshot);
    byte[] last = sign(TopRole.TIMESTAMP, root, Envelope.sign(timestamp.toJson(), List.of()), keys);
    tryOut(fresh, last);
    Files.createDirectories(layout.metadata());
    for (Map.Entry<String, byte[]> file : fresh.entrySet()) {
      WholeFile.write(layout.metadata().resolve(file.getKey()), file.getValue());
    }
    WholeFile.write(layout.timestamp(), last);
    for (String role : roles) {
      metadata.unstage(role);
    }
    return new Published(roles, timestamp.version(), timestamp.expires());
  }

  private byte[] signed(String role) throws RepositoryException, IOException {
    Envelope staged = metadata.staged(role).orElseThrow();
    for (Quorum quorum : metadata.signers(role)) {
      if (!quorum.reached(staged)) {
        throw new RepositoryException(
            "%s is signed by %d keys where %d are needed; ./kiosk repo sign adds signatures"
                .formatted(role, quorum.signed(staged), quorum.threshold()));
      }
    }
    return staged.toBytes();
  }

  /// The version of what is staged; it is the next, or what an attempt that broke off wrote already.
  private long version(String role, byte[] bytes) throws RepositoryException, IOException {
    long staged =
        role.equals(TopRole.ROOT.word())
            ? metadata.root().version()
            : metadata.targets(role).version();
    long published = metadata.publishedVersion(role);
    boolean next = staged == published + 1;
    if (!next && !(staged == published && isPublished(role, staged, bytes))) {
      throw new RepositoryException(
          "%s is staged as version %d, but %d is published; stage it anew"
              .formatted(role, staged, published));
    }
    return staged;
  }

  private boolean isPublished(String role, long version, byte[] bytes) throws IOException {
    return Arrays.equals(Files.readAllBytes(layout.metadata(role, version)), bytes);
  }

  private MetaFile snapshot(
      boolean unchanged,
      Root root,
      Map<String, MetaFile> listed,
      List<SigningKey> keys,
      Map<String, byte[]> fresh)
      throws RepositoryException, IOException {
    Optional<Snapshot> before = metadata.snapshot();
    Instant now = clock.instant();
    if (unchanged && before.isPresent() && livesLong(before.get(), now)) {
      return metadata.timestamp().orElseThrow().snapshot();
    }
    var next =
        new Snapshot(
            1 + before.map(Snapshot::version).orElse(0L), now.plus(Lifetime.SNAPSHOT), listed);
    byte[] bytes = sign(TopRole.SNAPSHOT, root, Envelope.sign(next.toJson(), List.of()), keys);
    fresh.put(next.version() + ".snapshot.json", bytes);
    return MetaFile.of(next.version(), bytes);
  }

  private static boolean livesLong(Snapshot snapshot, Instant now) {
    Duration left = Duration.between(now, snapshot.expires());
    return left.compareTo(Lifetime.SNAPSHOT.dividedBy(2)) > 0;
  }

  private static byte[] sign(TopRole role, Root root, Envelope unsigned, List<SigningKey> keys)
      throws RepositoryException {
    Quorum quorum = root.quorum(role);
    Envelope signed =
        unsigned.signedAlsoBy(
            keys.stream().filter(key -> quorum.keys().containsKey(key.verifying().id())).toList());
    if (!quorum.reached(signed)) {
      throw new RepositoryException(
          "%s needs %d signatures, and the folder has %d of its keys"
              .formatted(role.word(), quorum.threshold(), quorum.signed(signed)));
    }
    return signed.toBytes();
  }

  private void tryOut(Map<String, byte[]> fresh, byte[] timestamp)
      throws RepositoryException, IOException {
    Map<String, byte[]> all = new HashMap<>(fresh);
    all.put(Objects.requireNonNull(layout.timestamp().getFileName()).toString(), timestamp);
    RepositorySource published = new FolderSource(layout.metadata());
    RepositorySource next =
        (path, most, to) -> {
          byte[] file = all.get(path.names().getLast());
          if (file == null) {
            return published.fetch(path, most, to);
          }
          if (file.length > most) {
            throw new FetchFailed(FetchFailed.Kind.TOO_LONG, path + " is too long for a terminal");
          }
          to.write(file);
          return true;
        };
    byte[] first = all.get("1.root.json");
    new RepositoryCheck(layout, clock)
        .metadata(next, first != null ? first : RepositoryCheck.firstRoot(layout));
  }
}
