package org.jiujin.device.barcode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What a scanner sends after each code.
enum Suffix {
  /// Carriage return, line feed, or both.
  LINE("\r", "\n"),
  CR("\r", ""),
  LF("\n", ""),
  CRLF("\r\n", ""),
  TAB("\t", ""),
  /// Nothing: a pause ends the code.
  NONE("", "");

  static final Map<String, Suffix> WORDS =
      new TreeMap<>(
          Map.of("line", LINE, "cr", CR, "lf", LF, "crlf", CRLF, "tab", TAB, "none", NONE));

  private final String form;
  private final String other;

  Suffix(String form, String other) {
    this.form = form;
    this.other = other;
  }

  /// How many of the last bytes are the suffix; 0 when they are not.
  int endOf(byte[] bytes, int length) {
    return Math.max(ends(bytes, length, form), ends(bytes, length, other));
  }

  private static int ends(byte[] bytes, int length, String form) {
    var end = form.getBytes(StandardCharsets.US_ASCII);
    int from = length - end.length;
    return from >= 0 && Arrays.equals(bytes, from, length, end, 0, end.length) ? end.length : 0;
  }
}
