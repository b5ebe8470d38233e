package org.jiujin.update.trust;

import java.io.IOException;
import java.util.Optional;
import org.jiujin.update.trust.metadata.Root;
import org.jiujin.update.trust.metadata.Snapshot;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.metadata.Timestamp;

/// What a refresh found to be trusted, as of its start. For one thread.
public final class TrustedRepository {
  private final Root root;
  private final Timestamp timestamp;
  private final Targets targets;
  private final TargetsRoles roles;
  private final int mostRoles;

  TrustedRepository(
      Root root, Timestamp timestamp, Targets targets, TargetsRoles roles, int mostRoles) {
    this.root = root;
    this.timestamp = timestamp;
    this.targets = targets;
    this.roles = roles;
    this.mostRoles = mostRoles;
  }

  /// The newest root.
  public Root root() {
    return root;
  }

  /// The newest timestamp.
  public Timestamp timestamp() {
    return timestamp;
  }

  /// The newest snapshot.
  public Snapshot snapshot() {
    return roles.snapshot();
  }

  /// The top-level targets.
  public Targets targets() {
    return targets;
  }

  /// Looks for a target; fetches the delegated roles that have to be asked.
  ///
  /// @param path its name in the repository
  /// @return empty when nobody who may decide about this path vouches for it
  /// @throws UpdateRefused if a role that has to be asked cannot be had or trusted; nobody behind it is asked then
  /// @throws IOException if this machine's store fails
  public Optional<TargetFile> find(String path) throws UpdateRefused, IOException {
    return new DelegationWalk(roles, mostRoles, path).from(targets);
  }
}
