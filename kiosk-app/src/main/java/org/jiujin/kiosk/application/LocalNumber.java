package org.jiujin.kiosk.application;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// The number that the terminal gives an application before the platform answers. Not personal.
///
/// 20 digits: terminal (9), day as yyMMdd (6), sequence of the day (4), Luhn check digit (1). The platform links it to
/// its own 办件编号.
///
/// @param value the 20 digits
public record LocalNumber(String value) {
  /// The last sequence number of a day.
  public static final int LAST_SEQUENCE = 9999;

  private static final Pattern TERMINAL = Pattern.compile("T[0-9]{9}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{20}");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final int GROUP = 4;

  /// @throws IllegalArgumentException if these are not 20 digits with the right check digit
  public LocalNumber {
    if (!DIGITS.matcher(value).matches()
        || checkDigit(value.substring(0, 19)) != value.charAt(19) - '0') {
      throw new IllegalArgumentException(
          "A local number has 20 digits, the last of which checks the others");
    }
  }

  /// The number of one application.
  ///
  /// @param terminal the terminal's id, `T621121001` for example
  /// @param sequence 1 to [#LAST_SEQUENCE]
  public static LocalNumber of(String terminal, LocalDate day, int sequence) {
    requireTerminal(terminal);
    if (sequence < 1 || sequence > LAST_SEQUENCE) {
      throw new IllegalArgumentException("A sequence number is 1 to 9999: " + sequence);
    }
    String digits = terminal.substring(1) + DAY.format(day) + "%04d".formatted(sequence);
    return new LocalNumber(digits + checkDigit(digits));
  }

  /// @throws IllegalArgumentException if this is no terminal id
  static void requireTerminal(String terminal) {
    if (!TERMINAL.matcher(terminal).matches()) {
      throw new IllegalArgumentException("A terminal id is T and nine digits: " + terminal);
    }
  }

  /// In groups of four, for paper and screen.
  public String grouped() {
    return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted / 10 + weighted % 10;
    }
    return (10 - sum % 10) % 10;
  }

  @Override
  public String toString() {
    return value;
  }
}
