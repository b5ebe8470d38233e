package org.jiujin.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// The platform's 办件编号: 620000, day, terminal (6), sequence (4) and a Luhn check digit; 25 digits.
final class CaseNumber {
  static final int LAST_SEQUENCE = 9999;

  private static final int TERMINAL_DIGITS = 6;

  private CaseNumber() {}

  /// The first 20 digits, within which sequence numbers are unique.
  ///
  /// @param terminal as in `T621121001`; the last six digits count. Counties can share them, and then share the
  ///     sequence
  static String prefix(LocalDate day, String terminal) {
    return "620000"
        + day.format(DateTimeFormatter.BASIC_ISO_DATE)
        + terminal.substring(terminal.length() - TERMINAL_DIGITS);
  }

  /// The whole number.
  ///
  /// @param sequence 1 to [#LAST_SEQUENCE]
  static String of(String prefix, int sequence) {
    String digits = prefix + "%04d".formatted(sequence);
    return digits + luhnDigit(digits);
  }

  /// The digit that makes the Luhn sum over all digits a multiple of ten.
  static int luhnDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
