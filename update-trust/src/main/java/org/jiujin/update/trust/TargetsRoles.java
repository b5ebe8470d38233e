package org.jiujin.update.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jiujin.update.trust.metadata.MetaFile;
import org.jiujin.update.trust.metadata.Quorum;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.store.TrustStore;

/// The targets role and those it delegates to, each as the snapshot tells it (TUF specification, 5.6.1 to 5.6.6).
record TargetsRoles(
    TrustStore store,
    Repository repository,
    TrustLimits limits,
    TrustListener listener,
    Snapshot snapshot,
    boolean consistent,
    Instant now) {
  /// One role, from this machine if what is kept is still right, otherwise from the repository.
  ///
  /// @param quorum of the delegator that asks: another may trust other keys with a role of the same name
  Targets role(String role, Quorum quorum) throws UpdateRefused, IOException {
    MetaFile told =
        snapshot
            .file(role)
            .orElseThrow(
                () -> new UpdateRefused(Refusal.MISSING, "the snapshot does not list " + role));
    Optional<Targets> kept = kept(role, told, quorum);
    if (kept.isPresent()) {
      return kept.get();
    }
    byte[] file = repository.told(role, told, consistent, limits.targetsBytes());
    Targets fresh = checked(role, file, told, quorum);
    store.keep(role, file);
    return fresh;
  }

  private Optional<Targets> kept(String role, MetaFile told, Quorum quorum) throws IOException {
    Optional<byte[]> file = store.role(role).filter(told::match);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(checked(role, file.get(), told, quorum));
    } catch (UpdateRefused e) {
      if (e.reason() != Refusal.WRONG_VERSION) { // an older one is nothing to speak of
        listener.discarded(role, e.getMessage());
      }
      return Optional.empty();
    }
  }

  private Targets checked(String role, byte[] file, MetaFile told, Quorum quorum)
      throws UpdateRefused {
    Targets targets = Checks.signed(role, file, quorum, Targets::read);
    Checks.version(role, told.version(), targets.version());
    Checks.fresh(role, targets, now);
    return targets;
  }
}
