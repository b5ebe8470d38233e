package org.jiujin.agent.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.RecordBody.DayCounted;
import org.jiujin.fleet.record.TerminalRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the counts of the day that is not over yet, beside the outbox. For one thread.
final class DayFile {
  private static final Logger LOG = LoggerFactory.getLogger(DayFile.class);
  private static final String NAME = "day";
  private static final String FRESH = "day.new";
  private static final int MOST_BYTES = 4096;

  private final Disk disk;
  private boolean refused;

  DayFile(Disk disk) {
    this.disk = disk;
  }

  /// What was kept last; null if nothing was, or it cannot be read.
  @Nullable DayCounted read() {
    try {
      if (!disk.names().contains(NAME)) {
        return null;
      }
      List<TerminalRecord> kept = Frames.read(disk.read(NAME, MOST_BYTES)).records();
      return !kept.isEmpty() && kept.getFirst().body() instanceof DayCounted day ? day : null;
    } catch (IOException e) {
      LOG.warn("the counts of the day cannot be read", e);
      return null;
    }
  }

  /// Keeps these counts in the place of those before.
  void write(RecordBody counts, Instant now) {
    try {
      disk.delete(FRESH);
      disk.append(FRESH, Frames.frame(new TerminalRecord(1, now, counts)));
      disk.rename(FRESH, NAME);
      disk.force();
      refused = false;
    } catch (IOException e) {
      if (!refused) {
        LOG.warn("the counts of the day cannot be kept on disk", e);
      }
      refused = true;
    }
  }
}
