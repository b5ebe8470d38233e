package org.jiujin.fleet.local;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Topic;

/// How one device of the terminal is.
///
/// @param id the device id in the fleet, `idcard` for example
/// @param kind the class of device
/// @param model the model, as the driver names it
/// @param simulated there is no such device; a simulator stands in
/// @param fault the code of the fault, or empty
/// @param mend who can mend it; [Mend#NOBODY] without a fault
/// @param since since when the state and the fault hold, in milliseconds
/// @param supplies what it uses up; empty for most devices
/// @since 0.1.0
public record DeviceReport(
    String id,
    String kind,
    String model,
    boolean simulated,
    DeviceState state,
    String fault,
    Mend mend,
    Instant since,
    List<SupplyReport> supplies) {
  /// The faults with which a device counts as gone: nobody is at the other end of the line.
  private static final Set<String> GONE = Set.of("NOT_CONNECTED", "PORT_REFUSED", "NO_ANSWER");

  /// @throws IllegalArgumentException if the id cannot stand in a topic, or there are too many supplies
  public DeviceReport {
    if (!Topic.isId(id)) {
      throw new IllegalArgumentException("the device id cannot stand in a topic");
    }
    if (supplies.size() > SupplyReport.MAX_SUPPLIES) {
      throw new IllegalArgumentException("more supplies than " + SupplyReport.MAX_SUPPLIES);
    }
    since = since.truncatedTo(ChronoUnit.MILLIS);
    supplies = List.copyOf(supplies);
  }

  /// A device that uses nothing up.
  public DeviceReport(
      String id,
      String kind,
      String model,
      boolean simulated,
      DeviceState state,
      String fault,
      Mend mend,
      Instant since) {
    this(id, kind, model, simulated, state, fault, mend, since, List.of());
  }

  /// The same with these supplies.
  public DeviceReport with(List<SupplyReport> others) {
    return new DeviceReport(id, kind, model, simulated, state, fault, mend, since, others);
  }

  /// Whether the device can be talked to. A printer without paper can, a reader that was pulled cannot.
  public boolean reachable() {
    return state != DeviceState.UNAVAILABLE || !GONE.contains(fault);
  }
}
