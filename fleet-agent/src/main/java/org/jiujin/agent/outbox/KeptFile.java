package org.jiujin.agent.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the recorder must remember over a restart, beside the outbox: a few bodies, replaced as a whole. For one thread.
final class KeptFile {
  private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);
  private static final int MOST_BYTES = 64 * 1024;

  private final Disk disk;
  private final String name;
  private boolean refused;

  KeptFile(Disk disk, String name) {
    this.disk = disk;
    this.name = name;
  }

  /// What was kept last; nothing if nothing was, or it cannot be read.
  List<RecordBody> read() {
    try {
      return disk.names().contains(name)
          ? Frames.read(disk.read(name, MOST_BYTES)).records().stream()
              .map(TerminalRecord::body)
              .toList()
          : List.of();
    } catch (IOException e) {
      LOG.warn("{} cannot be read", name, e);
      return List.of();
    }
  }

  /// Keeps these in the place of those before.
  void write(List<RecordBody> bodies, Instant now) {
    String fresh = name + ".new";
    try {
      disk.delete(fresh);
      disk.append(
          fresh, Frames.frames(bodies.stream().map(body -> new TerminalRecord(1, now, body))));
      disk.rename(fresh, name);
      disk.force();
      refused = false;
    } catch (IOException e) {
      if (!refused) {
        LOG.warn("{} cannot be kept on disk", name, e);
      }
      refused = true;
    }
  }
}
