package org.jiujin.agent.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiujin.fleet.record.RecordBody;
import org.jspecify.annotations.Nullable;

/// The alarms that were told and whose end was not: over a restart of the agent they stand, and their end is told. For one thread.
final class StandingAlarms {
  private final Map<String, RecordBody.FaultRaised> faults = new TreeMap<>();
  private RecordBody.@Nullable CrashLoop crashLoop;
  private RecordBody.@Nullable DiskLow diskLow;

  StandingAlarms(List<RecordBody> kept) {
    kept.forEach(this::told);
  }

  /// Takes what has just been told.
  ///
  /// @return whether another set of alarms stands now
  boolean told(RecordBody body) {
    switch (body) {
      case RecordBody.FaultRaised raised -> {
        return !raised.equals(faults.put(raised.device(), raised));
      }
      case RecordBody.FaultCleared(var device, _) -> {
        return faults.remove(device) != null;
      }
      case RecordBody.CrashLoop begun -> crashLoop = begun;
      case RecordBody.CrashLoopOver _ -> crashLoop = null;
      case RecordBody.DiskLow low -> diskLow = low;
      case RecordBody.DiskFreed _ -> diskLow = null;
      default -> {
        return false;
      }
    }
    return true;
  }

  /// The fault that was raised last, by device.
  Map<String, String> faults() {
    Map<String, String> codes = new TreeMap<>();
    faults.forEach((device, raised) -> codes.put(device, raised.fault()));
    return codes;
  }

  boolean crashLoop() {
    return crashLoop != null;
  }

  boolean diskLow() {
    return diskLow != null;
  }

  /// What to keep.
  List<RecordBody> bodies() {
    List<RecordBody> bodies = new ArrayList<>(faults.values());
    Optional.ofNullable(crashLoop).ifPresent(bodies::add);
    Optional.ofNullable(diskLow).ifPresent(bodies::add);
    return bodies;
  }
}
