package org.jiujin.agent.log;

import java.io.Serial;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/// The logger of one class: INFO and above.
final class LineLogger extends LegacyAbstractLogger {
  @Serial private static final long serialVersionUID = 1L;

  private final transient LogTargets targets;
  private final transient InstantSource clock = InstantSource.system();

  LineLogger(String className, LogTargets targets) {
    this.name = className.substring(className.lastIndexOf('.') + 1);
    this.targets = targets;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    targets.take(
        new LogLine(
            clock.instant().atZone(ZoneId.systemDefault()),
            level,
            Thread.currentThread().getName(),
            name,
            MessageFormatter.basicArrayFormat(pattern, arguments),
            thrown));
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null; // nobody asks from which line it came
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return true;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }
}
