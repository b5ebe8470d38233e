package org.jiujin.update.trust;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.metadata.Timestamp;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.source.RepositorySource;
import org.jiujin.update.trust.store.TrustStore;

/// Finds out what of a repository may be trusted, by the client workflow of the TUF specification 1.0.34 (section 5).
///
/// One refresh at a time; it waits for the source on the calling thread.
///
/// **Time.** A machine without a battery starts in the past, and in the past nothing has expired. So the client notes the time of each
/// refresh that succeeded, and never believes that it is earlier. A clock that is wrong the other way cannot spoil the note: with
/// a time behind the expiry of the timestamp no refresh succeeds, so the note is never later than that.
public final class TufClient {
  private final TrustStore store;
  private final Repository repository;
  private final TrustLimits limits;
  private final InstantSource clock;
  private final TrustListener listener;

  /// @param metadata where the repository's metadata is
  public TufClient(
      TrustStore store,
      RepositorySource metadata,
      TrustLimits limits,
      InstantSource clock,
      TrustListener listener) {
    this.store = store;
    this.repository = new Repository(metadata);
    this.limits = limits;
    this.clock = clock;
    this.listener = listener;
  }

  /// Takes the root that was shipped as the one to trust, in place of everything before.
  ///
  /// @throws UpdateRefused if it is malformed or its own keys did not sign it; nothing changes then
  /// @throws IOException if the store fails
  public static Root trust(byte[] shippedRoot, TrustStore store) throws UpdateRefused, IOException {
    Root root = RootChain.selfSigned(shippedRoot);
    store.drop(TopRole.TIMESTAMP.word());
    store.drop(TopRole.SNAPSHOT.word());
    store.drop(TopRole.TARGETS.word());
    store.keep(TopRole.ROOT.word(), shippedRoot);
    return root;
  }

  /// Brings root, timestamp, snapshot and targets up to date, as of now.
  ///
  /// @throws UpdateRefused if something cannot be had or trusted; what passed before it is kept
  /// @throws IOException if the store fails
  public TrustedRepository refresh() throws UpdateRefused, IOException {
    Optional<Instant> noted = store.clock();
    Instant now = later(clock.instant(), noted);
    Root root = new RootChain(store, repository, limits, listener).newest(now);
    var refresh = new Refresh(store, repository, limits, listener, root, now);
    Timestamp timestamp = refresh.timestamp();
    Snapshot snapshot = refresh.snapshot(timestamp.snapshot());
    var roles =
        new TargetsRoles(
            store, repository, limits, listener, snapshot, root.consistentSnapshot(), now);
    Targets targets = roles.role(TopRole.TARGETS.word(), root.quorum(TopRole.TARGETS));
    if (noted.isEmpty() || now.isAfter(noted.get())) {
      store.keepClock(now);
    }
    return new TrustedRepository(root, timestamp, targets, roles, limits.roles());
  }

  private static Instant later(Instant told, Optional<Instant> noted) {
    return noted.filter(told::isBefore).orElse(told);
  }
}
