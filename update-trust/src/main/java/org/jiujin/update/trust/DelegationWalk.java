package org.jiujin.update.trust;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiujin.update.trust.metadata.Delegation;
import org.jiujin.update.trust.metadata.Delegations;
import org.jiujin.update.trust.metadata.Quorum;
import org.jiujin.update.trust.metadata.TargetFile;
import org.jiujin.update.trust.metadata.Targets;
import org.jiujin.update.trust.metadata.TopRole;

/// Looks for a target in the targets role and the roles behind it: pre-order, depth first, each role once, in the order in which they
/// are delegated to; a terminating delegation ends what would come after it (TUF specification, 5.6.7).
final class DelegationWalk {
  private record Step(String role, Quorum quorum) {}

  private final TargetsRoles roles;
  private final int most;
  private final String path;
  private final Deque<Step> ahead = new ArrayDeque<>();
  private final Set<String> visited = new HashSet<>();

  /// @param most how many delegated roles are asked
  DelegationWalk(TargetsRoles roles, int most, String path) {
    this.roles = roles;
    this.most = most;
    this.path = path;
  }

  /// The target; empty when no role that may decide about it has it.
  ///
  /// @throws UpdateRefused if a role that has to be asked cannot be trusted
  Optional<TargetFile> from(Targets top) throws UpdateRefused, IOException {
    visited.add(TopRole.TARGETS.word());
    Optional<TargetFile> found = look(top);
    while (found.isEmpty() && !ahead.isEmpty() && visited.size() <= most) {
      Step step = ahead.pop();
      if (visited.add(step.role())) {
        found = look(roles.role(step.role(), step.quorum()));
      }
    }
    return found;
  }

  private Optional<TargetFile> look(Targets role) {
    Optional<TargetFile> found = role.file(path);
    if (found.isEmpty()) {
      goDown(role.delegations());
    }
    return found;
  }

  private void goDown(Delegations delegations) {
    List<Delegation> asked = delegations.about(path);
    int end = 0;
    while (end < asked.size() && !asked.get(end).terminating()) {
      end++;
    }
    if (end < asked.size()) {
      ahead.clear();
      end++;
    }
    for (Delegation delegation : asked.subList(0, end).reversed()) {
      ahead.push(new Step(delegation.name(), delegations.quorum(delegation)));
    }
  }
}
