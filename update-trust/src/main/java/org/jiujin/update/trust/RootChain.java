package org.jiujin.update.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jiujin.update.trust.metadata.Envelope;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.TopRole;
import org.jiujin.update.trust.store.TrustStore;

/// Goes from the root that is trusted to the newest one, each vouching for the next (TUF specification, 5.3).
record RootChain(
    TrustStore store, Repository repository, TrustLimits limits, TrustListener listener) {
  private static final String ROLE = TopRole.ROOT.word();

  Root newest(Instant now) throws UpdateRefused, IOException {
    Root root = trusted();
    for (int i = 0; i < limits.roots(); i++) {
      Optional<byte[]> file = repository.root(root.version() + 1, limits.rootBytes());
      if (file.isEmpty()) {
        break;
      }
      root = next(root, file.get());
    }
    Checks.fresh(ROLE, root, now);
    return root;
  }

  /// The root that is kept on this machine. Its expiry does not matter: it need only vouch for the next.
  private Root trusted() throws UpdateRefused, IOException {
    byte[] file =
        store
            .role(ROLE)
            .orElseThrow(
                () -> new UpdateRefused(Refusal.NO_TRUSTED_ROOT, "there is no trusted root"));
    return selfSigned(file);
  }

  /// A root that at least its own keys signed.
  static Root selfSigned(byte[] file) throws UpdateRefused {
    Envelope envelope = Checks.envelope(ROLE, file);
    Root root = Checks.content(ROLE, envelope, Root::read);
    Checks.signed(ROLE, envelope, root.quorum(TopRole.ROOT));
    return root;
  }

  private Root next(Root root, byte[] file) throws UpdateRefused, IOException {
    Envelope envelope = Checks.envelope(ROLE, file);
    Checks.signed(ROLE, envelope, root.quorum(TopRole.ROOT));
    Root next = selfSigned(file);
    Checks.version(ROLE, root.version() + 1, next.version());
    boolean rotated =
        rotated(root, next, TopRole.TIMESTAMP) || rotated(root, next, TopRole.SNAPSHOT);
    if (rotated) {
      // before the root is kept: after a loss of power between, the same root is found and does it
      // again
      store.drop(TopRole.TIMESTAMP.word());
      store.drop(TopRole.SNAPSHOT.word());
    }
    store.keep(ROLE, file);
    listener.rootTrusted(next.version(), rotated);
    return next;
  }

  /// Whether a key was taken away, as after a compromise: what it signed may have versions that no honest file will ever reach
  /// (fast-forward, 5.3.11). A key that is only added gives nobody a reason to forget.
  private static boolean rotated(Root before, Root after, TopRole role) {
    return !after.quorum(role).keepsKeysOf(before.quorum(role));
  }
}
