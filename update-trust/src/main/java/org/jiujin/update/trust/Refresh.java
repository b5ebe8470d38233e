package org.jiujin.update.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Metadata;
import org.jiujin.update.trust.metadata.Quorum;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.Timestamp;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.store.TrustStore;

/// One refresh below the root: timestamp and snapshot (TUF specification, 5.4 and 5.5). What passed all checks is kept at once, so that
/// the next refresh goes on from there, whatever happens.
record Refresh(
    TrustStore store,
    Repository repository,
    TrustLimits limits,
    TrustListener listener,
    Root root,
    Instant now) {
  private static final String TIMESTAMP = TopRole.TIMESTAMP.word();
  private static final String SNAPSHOT = TopRole.SNAPSHOT.word();

  Timestamp timestamp() throws UpdateRefused, IOException {
    Quorum quorum = root.quorum(TopRole.TIMESTAMP);
    Optional<Timestamp> trusted = kept(TIMESTAMP, quorum, Timestamp::read);
    byte[] file = repository.timestamp(limits.timestampBytes());
    Timestamp fresh = Checks.signed(TIMESTAMP, file, quorum, Timestamp::read);
    if (trusted.isPresent()) {
      notBack(TIMESTAMP, trusted.get().version(), fresh.version());
      if (fresh.version() == trusted.get().version()) {
        // nothing new; what came under the same version is not looked at
        Checks.fresh(TIMESTAMP, trusted.get(), now);
        return trusted.get();
      }
      notBack(SNAPSHOT, trusted.get().snapshot().version(), fresh.snapshot().version());
    }
    Checks.fresh(TIMESTAMP, fresh, now);
    store.keep(TIMESTAMP, file);
    return fresh;
  }

  Snapshot snapshot(MetaFile told) throws UpdateRefused, IOException {
    Quorum quorum = root.quorum(TopRole.SNAPSHOT);
    Optional<Snapshot> trusted = kept(SNAPSHOT, quorum, Snapshot::read);
    if (trusted.isPresent()
        && trusted.get().version() == told.version()
        && store.role(SNAPSHOT).filter(told::match).isPresent()) {
      Checks.fresh(SNAPSHOT, trusted.get(), now);
      return trusted.get();
    }
    byte[] file =
        repository.told(SNAPSHOT, told, root.consistentSnapshot(), limits.snapshotBytes());
    Snapshot fresh = Checks.signed(SNAPSHOT, file, quorum, Snapshot::read);
    Checks.version(SNAPSHOT, told.version(), fresh.version());
    if (trusted.isPresent()) {
      keepsAll(trusted.get(), fresh);
    }
    Checks.fresh(SNAPSHOT, fresh, now);
    store.keep(SNAPSHOT, file);
    return fresh;
  }

  private static void keepsAll(Snapshot trusted, Snapshot fresh) throws UpdateRefused {
    for (Map.Entry<String, MetaFile> file : trusted.files().entrySet()) {
      MetaFile now = fresh.files().get(file.getKey());
      if (now == null) {
        throw new UpdateRefused(Refusal.ROLLBACK, "the snapshot no longer lists " + file.getKey());
      }
      notBack(file.getKey(), file.getValue().version(), now.version());
    }
  }

  private static void notBack(String what, long trusted, long there) throws UpdateRefused {
    if (there < trusted) {
      throw Checks.rollback(what, trusted, there);
    }
  }

  /// What was kept of a role, if its keys still vouch for it. Its expiry does not matter: it says what must not go back.
  private <T extends Metadata> Optional<T> kept(
      String role, Quorum quorum, Metadata.Reader<T> reader) throws IOException {
    Optional<byte[]> file = store.role(role);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Checks.signed(role, file.get(), quorum, reader));
    } catch (UpdateRefused e) {
      listener.discarded(role, e.getMessage());
      return Optional.empty();
    }
  }
}
