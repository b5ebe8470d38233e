package org.jiujin.kiosk.application;

import java.time.Instant;
import java.util.List;
import org.jiujin.kiosk.platform.PlatformRequest;

/// A rating of one case (好差评). Confidential: `toString` tells the local number only.
///
/// @param level 5 非常满意 to 1 非常不满意
/// @param reasons chosen reasons; a level of 2 or less needs one, or a text
/// @param text free text; may be empty
public record Rating(
    LocalNumber localNumber, int level, List<String> reasons, String text, Instant ratedAt) {
  private static final int NEEDS_REASON = 2;

  /// @throws IllegalArgumentException if the level is not 1 to 5, or a bad rating has no reason
  public Rating {
    reasons = List.copyOf(reasons);
    if (level < 1 || level > 5) {
      throw new IllegalArgumentException("A level is 1 to 5: " + level);
    }
    if (level <= NEEDS_REASON && reasons.isEmpty() && text.isBlank()) {
      throw new IllegalArgumentException("A rating of 2 or 1 needs a reason");
    }
  }

  byte[] json() {
    return new PlatformRequest.Rating(
            localNumber.value(), level, reasons, text.isBlank() ? null : text, "terminal", ratedAt)
        .json();
  }

  @Override
  public String toString() {
    return "Rating[" + localNumber + "]";
  }
}
