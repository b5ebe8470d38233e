package org.jiujin.fleet.update;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How soon a release is installed once it lies on the terminal. Until then residents notice nothing of it.
///
/// @since 0.1.0
public enum Urgency {
  /// Not at all; a later direction says when.
  DOWNLOAD,
  /// In the terminal's maintenance window, when nobody uses it.
  WINDOW,
  /// As soon as nobody uses it.
  SOON,
  /// At once, even under the hands of a resident: only against a danger that is greater than a lost session.
  EMERGENCY;

  /// The word on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The constant for this word.
  public static Optional<Urgency> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
