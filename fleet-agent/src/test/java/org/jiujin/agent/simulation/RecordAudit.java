package org.jiujin.agent.simulation;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jiujin.fleet.record.TerminalRecord;

/// Follows every record that was on the disk once: it waits, or the host has it, or it is counted as dropped.
final class RecordAudit {
  private final World world;
  private final SimulatedHost host;
  private final Set<RecordKey> owed = new LinkedHashSet<>();
  private List<TerminalRecord> seen = List.of();
  private boolean seenDurable;
  private long missing;

  RecordAudit(World world, SimulatedHost host) {
    this.world = world;
    this.host = host;
  }

  /// A new agent opens the outbox; what was only in memory is gone, and its count of what it dropped begins anew.
  void opened() {
    missing = 0;
    seen = List.of();
    seenDurable = false;
  }

  /// Looks at what waits now.
  ///
  /// @param durable whether all of it is on the disk
  /// @param dropped how many records this agent has dropped
  void look(List<TerminalRecord> waiting, boolean durable, long dropped) {
    if (waiting.equals(seen) && durable == seenDurable) {
      return;
    }
    Set<RecordKey> keys = new HashSet<>();
    waiting.forEach(one -> keys.add(RecordKey.of(one)));
    world.check(keys.size() == waiting.size(), "no two records have one key");
    Set<RecordKey> expected = new LinkedHashSet<>(owed);
    seen.forEach(one -> expected.add(RecordKey.of(one))); // with those that were in memory only
    owed.removeIf(host::has);
    for (RecordKey key : expected) {
      if (!keys.contains(key) && !host.has(key)) {
        owed.remove(key);
        missing++;
        world.note("missing: " + key.seq() + ", " + dropped + " dropped");
        world.check(missing <= dropped, "a record waits until the host has it, or is counted");
      }
    }
    if (durable) {
      keys.stream().filter(key -> !host.has(key)).sorted().forEach(this::owe);
    }
    seen = waiting;
    seenDurable = durable;
  }

  private void owe(RecordKey key) {
    if (owed.add(key)) {
      world.note("on disk: " + key.seq());
    }
  }

  /// Whether the host has everything.
  boolean settled() {
    owed.removeIf(host::has);
    return owed.isEmpty();
  }
}
