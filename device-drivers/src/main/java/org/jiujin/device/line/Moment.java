package org.jiujin.device.line;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One thing that happened on a line, as a line of text: milliseconds since the recording began, what it was, and the bytes.
///
/// ```
/// 0 opened
/// 12 sent AAAAAA9669000311FFED
/// 31 received AAAAAA9669000400009094
/// 900 lost
/// ```
///
/// @param hex the bytes in hexadecimal, without anything personal; empty for what carries none
record Moment(Duration at, What what, String hex) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,10}) (opened|sent|received|lost|closed)(?: ((?:[0-9A-Fa-f]{2})*))?");

  static Moment of(Duration at, What what, byte[] bytes) {
    return new Moment(at, what, HEX.formatHex(bytes));
  }

  byte[] bytes() {
    return HEX.parseHex(hex);
  }

  /// The moment that a line of text describes; empty when it describes none.
  static Optional<Moment> parse(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var hex = parts.group(3);
    return Optional.of(
        new Moment(
            Duration.ofMillis(Long.parseLong(parts.group(1))),
            What.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
            hex == null ? "" : hex));
  }

  @Override
  public String toString() {
    var word = what.name().toLowerCase(Locale.ROOT);
    return at.toMillis() + " " + word + (hex.isEmpty() ? "" : " " + hex);
  }

  /// What can happen.
  enum What {
    OPENED,
    /// The driver wrote.
    SENT,
    /// The device wrote.
    RECEIVED,
    /// The cable was pulled, or the other end went away.
    LOST,
    /// The driver let go of the line.
    CLOSED
  }
}
