package org.jiujin.device.idcard;

import java.time.LocalDate;

/// From when to when a card is valid, both days included.
///
/// @param to [#LONG_TERM] when the card says 长期
/// @since 0.1
public record Validity(LocalDate from, LocalDate to) {
  /// The last day of a card that never expires.
  public static final LocalDate LONG_TERM = LocalDate.MAX;

  /// Whether the card never expires.
  public boolean longTerm() {
    return to.equals(LONG_TERM);
  }

  /// Whether the card is valid on this day.
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
