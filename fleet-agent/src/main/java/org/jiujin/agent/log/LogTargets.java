package org.jiujin.agent.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.event.Level;

/// Where lines go. Thread-safe.
///
/// Everything goes to standard output; whoever starts the agent keeps it (systemd's journal, the demo's file). `-Dagent.log=FILE`
/// keeps warnings and errors in a file too, which the agent can read again. With `-Dagent.log.for=person` lines are short
/// and go to standard error.
final class LogTargets {
  private final boolean brief;
  private final OutputStream out;
  private final Optional<TroubleFile> trouble;

  LogTargets(boolean brief, OutputStream out, Optional<TroubleFile> trouble) {
    this.brief = brief;
    this.out = out;
    this.trouble = trouble;
  }

  static LogTargets of(Properties properties) {
    boolean person = "person".equals(properties.getProperty("agent.log.for"));
    return new LogTargets(
        person,
        new FileOutputStream(person ? FileDescriptor.err : FileDescriptor.out),
        Optional.ofNullable(properties.getProperty("agent.log"))
            .map(file -> new TroubleFile(Path.of(file), TroubleFile.USUAL_LIMIT)));
  }

  synchronized void take(LogLine line) {
    String text = brief ? line.brief() : line.full();
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // nobody listens, or the disk is full: the agent goes on, and there is no other place to say
      // so
    }
    if (line.level().toInt() >= Level.WARN.toInt()) {
      trouble.ifPresent(file -> file.append(line.full()));
    }
  }
}
