package org.jiujin.fleet.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One thing that happened at a terminal and that the console must learn of, however late.
///
/// @param seq grows from record to record of one terminal, with gaps; 1 and up
/// @param at when it happened, by the terminal's clock, in milliseconds; from 1970 to [#LATEST]
/// @param body what happened
/// @since 0.1.0
public record TerminalRecord(long seq, Instant at, RecordBody body) {
  /// The end of the year 9999: later than any clock of ours goes wrong, and early enough for every database.
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  /// @throws IllegalArgumentException if `seq` is not positive or the time is out of bounds
  public TerminalRecord {
    if (seq < 1) {
      throw new IllegalArgumentException("seq is 1 or more");
    }
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("the time is out of bounds");
    }
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
