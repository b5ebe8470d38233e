package org.jiujin.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of thing a device uses up.
///
/// @since 0.1.0
public enum SupplyKind {
  PAPER,
  TONER,
  INK;

  /// The word on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant for this word.
  public static Optional<SupplyKind> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
