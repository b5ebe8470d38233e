package org.jiujin.agent.update;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time of each day.
///
/// @param from its first moment
/// @param until the first moment after it; before `from` when it goes over midnight, equal to it for the whole day
public record DailyWindow(LocalTime from, LocalTime until) {
  private static final Pattern FORM = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  /// Reads `01:00-05:00`; empty when it is something else.
  public static Optional<DailyWindow> of(String text) {
    Matcher matcher = FORM.matcher(text);
    try {
      return matcher.matches()
          ? Optional.of(
              new DailyWindow(LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2))))
          : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  boolean has(Instant moment, ZoneId zone) {
    LocalTime time = LocalTime.ofInstant(moment, zone);
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(until);
    return from.isBefore(until) ? begun && !over : begun || !over;
  }
}
