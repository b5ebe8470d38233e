package org.jiujin.device;

import org.jspecify.annotations.Nullable;

/// Something that a device uses up, and how much of it is left.
///
/// @param name as the device calls it, `Black Toner` for example; may be empty
/// @param percent 0…100 as the device's own sensor tells; null when it does not say
/// @since 0.3
public record Supply(Kind kind, String name, @Nullable Integer percent) {
  /// The longest name; longer ones are cut.
  private static final int LONGEST_NAME = 40;

  /// What sort of thing it is.
  public enum Kind {
    PAPER,
    TONER,
    INK
  }

  /// @throws IllegalArgumentException when the percentage is none
  public Supply {
    if (percent != null && (percent < 0 || percent > 100)) {
      throw new IllegalArgumentException("0 to 100 percent, not " + percent);
    }
    var clean = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
    name = clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }
}
