package org.jiujin.agent.outbox;

import java.util.List;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.record.RecordBody;

/// Decides when the disk is low. For one thread.
final class DiskAlarm {
  /// Unless somebody wants it otherwise.
  static final long LOW_MEGABYTES = 512;

  private long lowMegabytes = LOW_MEGABYTES;
  private boolean low;

  /// @param low whether that was told before the agent was started anew
  DiskAlarm(boolean low) {
    this.low = low;
  }

  /// A disk with less is low from now on.
  void lowBelow(long megabytes) {
    lowMegabytes = megabytes;
  }

  /// @param free in megabytes, or absent
  List<RecordBody> look(MetricValue free) {
    if (!(free instanceof MetricValue.Int64(var megabytes))) {
      return List.of();
    }
    if (!low && megabytes < lowMegabytes) {
      low = true;
      return List.of(new RecordBody.DiskLow(megabytes));
    }
    // twice as much: a disk at the edge does not go to and fro
    if (low && megabytes >= 2 * lowMegabytes) {
      low = false;
      return List.of(new RecordBody.DiskFreed(megabytes));
    }
    return List.of();
  }
}
