package org.jiujin.agent.outbox;

import java.util.List;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.record.RecordBody;

/// Decides when the disk is low. For one thread.
final class DiskAlarm {
  static final long LOW_MEGABYTES = 512;

  /// So much more than [#LOW_MEGABYTES] that a disk at the edge does not go to and fro.
  static final long ENOUGH_MEGABYTES = 1024;

  private boolean low;

  /// @param low whether that was told before the agent was started anew
  DiskAlarm(boolean low) {
    this.low = low;
  }

  /// @param free in megabytes, or absent
  List<RecordBody> look(MetricValue free) {
    if (!(free instanceof MetricValue.Int64(var megabytes))) {
      return List.of();
    }
    if (!low && megabytes < LOW_MEGABYTES) {
      low = true;
      return List.of(new RecordBody.DiskLow(megabytes));
    }
    if (low && megabytes >= ENOUGH_MEGABYTES) {
      low = false;
      return List.of(new RecordBody.DiskFreed(megabytes));
    }
    return List.of();
  }
}
