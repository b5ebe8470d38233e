package org.jiujin.kiosk.identity;

/// A 公民身份号码 or a number of the same shape on a residence permit. Personal: [#toString] masks it.
///
/// @param value as printed on the card; 18 characters on today's cards, 15 on permanent-residence cards of 2017
public record PersonalNumber(String value) {
  private static final int SHOWN_AT_START = 6;
  private static final int SHOWN_AT_END = 4;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";

  /// The number with all but the first six and the last four characters hidden, as in `620100********0000`.
  public String masked() {
    int hidden = value.length() - SHOWN_AT_START - SHOWN_AT_END;
    if (hidden <= 0) {
      return "*".repeat(value.length());
    }
    return value.substring(0, SHOWN_AT_START)
        + "*".repeat(hidden)
        + value.substring(value.length() - SHOWN_AT_END);
  }

  /// Whether this is 18 characters with the right check character (GB 11643).
  public boolean hasRightCheckCharacter() {
    if (!value.matches("\\d{17}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (value.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length()) == value.charAt(17);
  }

  @Override
  public String toString() {
    return masked();
  }
}
