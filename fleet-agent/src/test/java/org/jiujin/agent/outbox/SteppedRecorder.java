package org.jiujin.agent.outbox;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;

/// The real [Recorder] on a simulated disk, turned by whoever simulates its thread.
public final class SteppedRecorder {
  private final Recorder recorder;

  /// @param room the most records that are kept
  public SteppedRecorder(
      TestDisk disk,
      int room,
      Supplier<Snapshot> picture,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      InstantSource clock) {
    recorder = new Recorder(disk, room, ZoneId.of("Asia/Shanghai"), picture, figures, clock);
  }

  /// The recorder itself, for those who tell it something.
  public Recorder recorder() {
    return recorder;
  }

  /// One turn of its thread.
  public void turn() {
    recorder.turn();
  }

  /// Whether the next turn is due at once.
  public boolean pending() {
    return recorder.pending();
  }
}
