package org.jiujin.agent.log;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/// One event. It is one line whatever its message holds, because who reads the log reads it line by line.
///
/// @param at with the machine's zone
/// @param logger the class that tells it, without its package
/// @param thrown what went wrong, if that is known
record LogLine(
    ZonedDateTime at,
    Level level,
    String thread,
    String logger,
    String message,
    @Nullable Throwable thrown) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final int MOST_PLACES = 8;
  private static final int MOST_CAUSES = 4;

  /// For a file: what `collect-logs` knows how to redact.
  String full() {
    var line = new StringBuilder(160);
    TIME.formatTo(at, line);
    line.append(' ').append(level).append(level.toString().length() < 5 ? "  " : " ");
    line.append('[').append(thread).append("] ").append(logger).append(": ");
    append(line, message);
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      line.append(i == 0 ? " " : " | Caused by: ");
      append(line, cause.toString());
      places(line, cause.getStackTrace());
      cause = cause.getCause();
    }
    return line.append('\n').toString();
  }

  /// For a person who watches.
  String brief() {
    var line = new StringBuilder(80);
    TIME_OF_DAY.formatTo(at, line);
    line.append(' ');
    append(line, message);
    return line.append('\n').toString();
  }

  private static void places(StringBuilder line, StackTraceElement[] places) {
    for (int i = 0; i < Math.min(MOST_PLACES, places.length); i++) {
      line.append(" | at ").append(places[i]);
    }
  }

  private static void append(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
  }
}
