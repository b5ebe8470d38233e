package org.jiujin.agent.enrol;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/// What a terminal shows on its screen and the operator types in: eight characters that are not taken for one another, about
/// 37 bits. Never in a log.
record ClaimCode(String text) {
  private static final String ALPHABET = "34679ACDEFGHJKMNPQRTVWXY";
  private static final int HALF = 4;
  private static final Pattern FORM = Pattern.compile("[%1$s]{4}-[%1$s]{4}".formatted(ALPHABET));

  /// @throws IllegalArgumentException if it is none
  ClaimCode {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a claim code");
    }
  }

  static ClaimCode make(SecureRandom random) {
    var text = new StringBuilder();
    for (int i = 0; i < 2 * HALF; i++) {
      text.append(i == HALF ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ClaimCode(text.toString());
  }

  @Override
  public String toString() {
    return "ClaimCode[****-****]";
  }
}
