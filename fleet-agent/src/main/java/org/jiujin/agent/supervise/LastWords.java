package org.jiujin.agent.supervise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a program that ended said of the cause, as far as an operator may read it: names of exceptions and places in our code.
///
/// The rest of its output stays on the terminal. An exception's message may hold what a resident typed, so it is never taken.
final class LastWords {
  private static final int MOST_BYTES = 64 * 1024;
  private static final String EXCEPTION = "(?:[a-z_][a-z0-9_]*\\.)+[A-Z]\\w*(?:\\$\\w+)*";
  private static final Pattern THROWN =
      Pattern.compile(
          "^(?:Caused by: |Exception in thread \"[^\"]*\" )?(" + EXCEPTION + ")(?::.*)?$");
  private static final Pattern OUR_FRAME =
      Pattern.compile("^\\s+at (?:\\S*/)?(org\\.jiujin\\.[\\w.$]+)\\((\\w+\\.java:\\d+)\\)");
  private static final Pattern CRASHED = Pattern.compile("^#\\s+(SIG[A-Z]+) \\(0x[0-9a-f]+\\).*");

  private LastWords() {}

  /// Reads the end of a log.
  ///
  /// @param begin where this run's output begins; a log that is shorter was rotated
  /// @return `java.lang.IllegalStateException at org.jiujin.kiosk.Some.method(Some.java:12)`, for example; empty when it said
  ///     nothing of the kind or the log cannot be read
  static String read(Path log, long begin) {
    try (var channel = FileChannel.open(log)) {
      long from = begin > channel.size() ? 0 : begin;
      from = Math.max(from, channel.size() - MOST_BYTES);
      var bytes = ByteBuffer.allocate((int) (channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // on to the end
      }
      return of(new String(bytes.array(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException _) {
      return ""; // the exit code is told all the same
    }
  }

  /// The last exception in these lines and the first place in our code below it. A cause counts more than what it caused.
  static String of(List<String> lines) {
    String words = "";
    boolean placed = true;
    for (String line : lines) {
      Matcher thrown = THROWN.matcher(line);
      Matcher frame = OUR_FRAME.matcher(line);
      Matcher crashed = CRASHED.matcher(line);
      if (thrown.matches()) {
        words = thrown.group(1);
        placed = false;
      } else if (!placed && frame.find()) {
        words += " at " + frame.group(1) + "(" + frame.group(2) + ")";
        placed = true;
      } else if (crashed.matches()) {
        words = crashed.group(1);
        placed = true;
      }
    }
    return words;
  }
}
