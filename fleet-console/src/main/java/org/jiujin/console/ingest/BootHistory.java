package org.jiujin.console.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Follows the boot ids in the births of one terminal. Not thread-safe; the caller brings the time.
///
/// An agent makes a new id at every start, so an id that comes back after another one was there is told by an agent that lived all
/// the while: there are two of them with one identity.
final class BootHistory {
  /// Two agents that take the session from each other wait up to a quarter of an hour each.
  static final Duration WINDOW = Duration.ofHours(1);

  private static final int MOST = 16;

  private final Deque<Seen> seen = new ArrayDeque<>();

  /// Takes the id of a birth.
  ///
  /// @return whether it shows that two agents are there
  boolean returned(String boot, Instant now) {
    seen.removeIf(one -> !one.at().plus(WINDOW).isAfter(now));
    boolean same = !seen.isEmpty() && seen.getLast().boot().equals(boot);
    boolean back = !same && seen.stream().anyMatch(one -> one.boot().equals(boot));
    if (same) {
      seen.removeLast();
    }
    seen.addLast(new Seen(boot, now));
    if (seen.size() > MOST) {
      seen.removeFirst();
    }
    return back;
  }

  private record Seen(String boot, Instant at) {}
}
