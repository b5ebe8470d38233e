package org.jiujin.console.terminal;

import java.time.Instant;
import java.util.List;
import org.jiujin.fleet.DeviceState;

/// One device of a terminal as it was last reported.
///
/// @param id its Sparkplug device id, `idcard` for example
/// @param online whether it is attached and its terminal connected
/// @param awaited whether it is offline only because its terminal is or was
/// @param state `ready`, `degraded` or `unavailable`
/// @param fault the code of what is wrong, or empty
/// @param mend who can mend it: `resident`, `staff`, `technician`, `recovers`, or empty
/// @param kind what sort of device
/// @param model its make, or empty
/// @param simulated whether it is a simulated one
/// @param since since when state and fault are so
/// @param supplies what it uses up, the paper first
public record DeviceView(
    String id,
    boolean online,
    boolean awaited,
    String state,
    String fault,
    String mend,
    String kind,
    String model,
    boolean simulated,
    Instant since,
    List<SupplyView> supplies) {
  /// Takes a copy.
  public DeviceView {
    supplies = List.copyOf(supplies);
  }

  /// One that uses nothing up.
  DeviceView(
      String id,
      boolean online,
      boolean awaited,
      String state,
      String fault,
      String mend,
      String kind,
      String model,
      boolean simulated,
      Instant since) {
    this(id, online, awaited, state, fault, mend, kind, model, simulated, since, List.of());
  }

  /// Whether it works as it should.
  public boolean healthy() {
    return online && state.equals(DeviceState.READY.word());
  }

  boolean looksLike(DeviceView other) {
    return state.equals(other.state) && fault.equals(other.fault) && mend.equals(other.mend);
  }

  DeviceView changedAt(Instant instant) {
    return new DeviceView(
        id, online, awaited, state, fault, mend, kind, model, simulated, instant, supplies);
  }
}
