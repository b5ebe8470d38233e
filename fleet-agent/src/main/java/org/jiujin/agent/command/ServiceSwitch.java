package org.jiujin.agent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiujin.agent.disk.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the operator has taken the terminal out of service: a file that is there or not, so that no restart forgets it.
/// Thread-safe.
final class ServiceSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceSwitch.class);

  private final WholeFile file;
  private volatile boolean out;

  /// @param file its folder must exist
  ServiceSwitch(Path file) {
    this.file = new WholeFile(file, 0);
    this.out = Files.exists(file);
  }

  boolean isOut() {
    return out;
  }

  /// Takes the terminal out of service, or puts it back.
  ///
  /// @return false when it cannot be kept, and so does not hold
  boolean turn(boolean wantedOut) {
    try {
      if (wantedOut) {
        file.write(new byte[0]);
      } else {
        file.delete();
      }
      out = wantedOut;
      return true;
    } catch (IOException e) {
      LOG.error("the service switch cannot be written down", e);
      return false;
    }
  }
}
