package org.jiujin.kiosk.mirror;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One touch from outside, in pixels of the kiosk's root.
record Touch(double x, double y, Kind kind) {
  private static final Pattern NUMBER =
      Pattern.compile("\"([xy])\"\\s*:\\s*(-?\\d{1,5}(?:\\.\\d{1,6})?)");
  private static final Pattern KIND =
      Pattern.compile("\"kind\"\\s*:\\s*\"(press|drag|release|tap)\"");

  /// What the finger does.
  enum Kind {
    PRESS,
    DRAG,
    RELEASE,
    /// Press and release in one.
    TAP
  }

  /// Reads `{"x":540,"y":900,"kind":"tap"}`; without a kind it is a tap.
  static Optional<Touch> parse(String json) {
    Double x = null;
    Double y = null;
    Matcher numbers = NUMBER.matcher(json);
    while (numbers.find()) {
      double value = Double.parseDouble(numbers.group(2));
      if (numbers.group(1).equals("x")) {
        x = value;
      } else {
        y = value;
      }
    }
    Matcher kind = KIND.matcher(json);
    Kind what = kind.find() ? Kind.valueOf(kind.group(1).toUpperCase(Locale.ROOT)) : Kind.TAP;
    return x == null || y == null ? Optional.empty() : Optional.of(new Touch(x, y, what));
  }
}
