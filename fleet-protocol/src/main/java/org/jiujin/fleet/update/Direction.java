package org.jiujin.fleet.update;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiujin.fleet.Topic;

/// Which releases one terminal shall have, and until when this is so.
///
/// TUF says which releases are genuine; the direction says which of them this terminal takes. Whoever holds a copy of the repository
/// can therefore neither choose nor mix. Going back to an older release is a new direction that names it.
///
/// @param group the terminal's group
/// @param terminal the terminal's id
/// @param version grows with every change for this terminal; 1 and up
/// @param issuedAt when it was written, in milliseconds
/// @param notAfter until when a terminal begins to act on it, in milliseconds; what it has by then it keeps
/// @param assignments at most one of each kind; of a kind that is not named the terminal keeps what it has, and gives up what it was
///     about to get: without any, all updates stop
/// @since 0.1.0
public record Direction(
    String group,
    String terminal,
    long version,
    Instant issuedAt,
    Instant notAfter,
    List<Assignment> assignments) {
  /// The most assignments.
  public static final int MAX_ASSIGNMENTS = 16;

  /// @throws IllegalArgumentException if a part is out of bounds
  public Direction {
    check(Topic.isId(group) && Topic.isId(terminal), "no such group or terminal can be");
    check(version >= 1, "versions begin with 1");
    check(assignments.size() <= MAX_ASSIGNMENTS, "more than " + MAX_ASSIGNMENTS + " assignments");
    Set<String> kinds = new HashSet<>();
    for (Assignment one : assignments) {
      check(kinds.add(one.kind()), "two assignments of one kind");
    }
    issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
    notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
    check(issuedAt.isBefore(notAfter), "it ends before it begins");
    assignments = List.copyOf(assignments);
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
