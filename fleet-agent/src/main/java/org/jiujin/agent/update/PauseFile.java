package org.jiujin.agent.update;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jiujin.agent.disk.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Until when the operator put updates off, over restarts.
final class PauseFile {
  private static final Logger LOG = LoggerFactory.getLogger(PauseFile.class);
  private static final int MOST_BYTES = 64;

  private final WholeFile file;

  /// @param file its folder must exist
  PauseFile(Path file) {
    this.file = new WholeFile(file, MOST_BYTES);
  }

  /// By the machine's clock; in the distant past when there is no pause.
  Instant until() {
    try {
      return file.read()
          .map(text -> Instant.parse(new String(text, StandardCharsets.UTF_8).strip()))
          .orElse(Instant.MIN);
    } catch (IOException | DateTimeException e) {
      LOG.warn("the pause of updates cannot be read and is over: {}", e.toString());
      return Instant.MIN;
    }
  }

  void write(Instant until) throws IOException {
    file.write((until + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void end() throws IOException {
    file.delete();
  }
}
