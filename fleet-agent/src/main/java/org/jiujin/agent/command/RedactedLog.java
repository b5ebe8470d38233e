package org.jiujin.agent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a log may leave the terminal: warnings and errors in the form that our programs write them.
///
/// Our messages hold nothing personal by the rule of the house; this is the second line of defence. Names cannot be told from
/// other words, so nothing that is not of our own form is kept, and of an exception only its class and the places in the code.
///
/// @param lines oldest first
/// @param leftOut how many lines are not among them
record RedactedLog(List<String> lines, int leftOut) {
  private static final int LONGEST_LINE = 500;

  /// `2026-11-23T10:00:00.000+08:00 WARN  [thread] Logger: message`
  private static final Pattern OURS =
      Pattern.compile(
          "^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[.,]\\d{3}\\S* +(?:WARN|ERROR) .*");

  /// Anything that can be an identity number, a telephone, card or application number, its last digit perhaps an X, with the
  /// blanks or hyphens that people write into them. The time at the begin of a line is kept.
  private static final Pattern NUMBER = Pattern.compile("\\d(?:[ -]?\\d){6,}[Xx]?");

  /// The message of an exception may hold what a resident typed.
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "((?:[a-z_][a-z0-9_]*\\.)+[A-Z][\\w$]*(?:Exception|Error|Throwable)\\w*): [^|]*");

  RedactedLog {
    lines = List.copyOf(lines);
  }

  static RedactedLog of(List<String> log) {
    List<String> kept = new ArrayList<>();
    for (String line : log) {
      if (OURS.matcher(line).matches()) {
        kept.add(redacted(line));
      }
    }
    return new RedactedLog(kept, log.size() - kept.size());
  }

  private static String redacted(String line) {
    Matcher time = Pattern.compile("^\\S+").matcher(line);
    int begin = time.find() ? time.end() : 0;
    String said = EXCEPTION.matcher(line.substring(begin)).replaceAll("$1: … ");
    said = NUMBER.matcher(said).replaceAll("#");
    String whole = line.substring(0, begin) + said;
    return whole.length() > LONGEST_LINE ? whole.substring(0, LONGEST_LINE) + "…" : whole;
  }
}
