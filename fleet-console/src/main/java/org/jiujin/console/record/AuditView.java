package org.jiujin.console.record;

import java.time.Instant;
import java.util.List;

/// How a terminal's audit journal stands.
///
/// @param unwritten entries that the terminal's disk did not take; 0 when all is well
/// @param troubles what was wrong, the newest first
public record AuditView(Head head, long unwritten, List<Trouble> troubles) {
  public AuditView {
    troubles = List.copyOf(troubles);
  }

  /// How far a chain went.
  ///
  /// @param chain its id; empty when there is no journal at all
  /// @param count how many entries it had
  /// @param hash of the last of them
  /// @param at when the last of them was made, by the terminal's clock
  public record Head(String chain, long count, String hash, Instant at) {}

  /// Something that no journal does that is only appended to.
  ///
  /// @param count what was told
  /// @param before what had been told
  public record Trouble(What what, long count, long before, Instant at) {}

  /// The kinds of trouble.
  public enum What {
    /// Another chain is in the place of the one before.
    REPLACED,
    /// There are fewer entries than before.
    FELL,
    /// An entry is not the one that was told before.
    DIFFERS
  }
}
