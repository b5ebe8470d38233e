package org.jiujin.update.repository;

import java.time.Duration;
import org.jiujin.update.trust.metadata.TopRole;

/// How long metadata lives. What is signed by people lives long, what a machine signs lives shortly: the shortest says how long a
/// mirror that is frozen can deceive.
final class Lifetime {
  private static final Duration ROOT = Duration.ofDays(365);
  private static final Duration TARGETS = Duration.ofDays(365);
  private static final Duration DELEGATED = Duration.ofDays(180);
  static final Duration SNAPSHOT = Duration.ofDays(14);
  static final Duration TIMESTAMP = Duration.ofDays(3);

  private Lifetime() {}

  /// Of a role whose keys people hold.
  static Duration of(String role) {
    if (role.equals(TopRole.ROOT.word())) {
      return ROOT;
    }
    return role.equals(TopRole.TARGETS.word()) ? TARGETS : DELEGATED;
  }
}
