package org.jiujin.agent.lone;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lengths of time as people write them: `500ms`, `25s`, `10m`, `2h`.
final class Span {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private Span() {}

  /// @throws UsageException if the text is not a length of time, or nothing long
  static Duration of(String option, String text) throws UsageException {
    Matcher written = FORM.matcher(text);
    if (!written.matches() || Long.parseLong(written.group(1)) == 0) {
      throw new UsageException(
          "%s is %s; write a length of time such as 500ms, 25s, 10m or 2h".formatted(option, text));
    }
    long number = Long.parseLong(written.group(1));
    return switch (written.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  /// Changes per second (`2`, `0.5`) or the time between two (`5s`); null for `0`, never.
  static @Nullable Duration ofRate(String option, String text) throws UsageException {
    if (!text.matches("\\d{1,3}(\\.\\d{1,3})?")) {
      return of(option, text);
    }
    double perSecond = Double.parseDouble(text);
    return perSecond == 0 ? null : Duration.ofNanos((long) (1e9 / perSecond));
  }
}
