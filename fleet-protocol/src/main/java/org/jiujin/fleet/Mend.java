package org.jiujin.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who can mend a fault.
///
/// @since 0.1.0
public enum Mend {
  /// There is no fault.
  NOBODY,
  /// The resident at the screen.
  RESIDENT,
  /// Staff on site, without tools.
  STAFF,
  /// A technician.
  TECHNICIAN,
  /// Nobody needs to: it recovers by itself.
  RECOVERS;

  /// The word on the wire; empty for [#NOBODY].
  public String word() {
    return this == NOBODY ? "" : name().toLowerCase(Locale.ROOT);
  }

  /// The constant for this word.
  public static Optional<Mend> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
