package org.jiujin.agent.update;

import java.time.Instant;
import java.util.Set;

/// How the terminal is.
///
/// @param wall what the machine's clock says; directions are written by such clocks, while proofs and rests are measured by `now`,
///     which nobody sets
/// @param ready whether the app answers, its screen included
/// @param serving whether a resident uses it
/// @param devices which of them work
/// @param fetchTime whether this is the time of day to fetch what can wait
record Conditions(
    Instant wall,
    boolean ready,
    boolean serving,
    Set<String> devices,
    Permit permit,
    boolean fetchTime) {
  Conditions {
    devices = Set.copyOf(devices);
  }

  boolean wellFor(Kept kept) {
    return ready && devices.containsAll(kept.devices());
  }
}
