package org.jiujin.console.terminal;

import static org.jiujin.fleet.DeviceMetric.FAULT;
import static org.jiujin.fleet.DeviceMetric.KIND;
import static org.jiujin.fleet.DeviceMetric.MEND;
import static org.jiujin.fleet.DeviceMetric.MODEL;
import static org.jiujin.fleet.DeviceMetric.SIMULATED;
import static org.jiujin.fleet.DeviceMetric.STATE;

import java.time.Instant;
import java.util.Optional;
import org.jiujin.fleet.DeviceState;

/// What a report makes of a device.
///
/// @param device the device from now on
/// @param news whether it looks different to an operator
record DeviceChange(DeviceView device, boolean news) {
  /// The device reports, for the first time or again; what the report leaves out stays as it was.
  static DeviceChange reported(
      Optional<DeviceView> known, String id, Readings readings, Instant now) {
    DeviceView before =
        known.orElse(
            new DeviceView(id, true, false, DeviceState.READY.word(), "", "", "", "", false, now));
    var after =
        new DeviceView(
            id,
            true,
            false,
            readings.text(STATE.wireName(), before.state()),
            readings.text(FAULT.wireName(), before.fault()),
            readings.text(MEND.wireName(), before.mend()),
            readings.text(KIND.wireName(), before.kind()),
            readings.text(MODEL.wireName(), before.model()),
            readings.flag(SIMULATED.wireName(), before.simulated()),
            before.since(),
            SupplyView.reported(before.supplies(), readings));
    return compared(known, after, now);
  }

  /// The device went away; what it last said about its fault stays.
  static DeviceChange gone(DeviceView before, Instant now) {
    var after =
        new DeviceView(
            before.id(),
            false,
            false,
            DeviceState.UNAVAILABLE.word(),
            before.fault(),
            before.mend(),
            before.kind(),
            before.model(),
            before.simulated(),
            before.since(),
            before.supplies());
    return compared(Optional.of(before), after, now);
  }

  private static DeviceChange compared(Optional<DeviceView> before, DeviceView after, Instant now) {
    boolean same = before.filter(after::looksLike).isPresent();
    return same ? new DeviceChange(after, false) : new DeviceChange(after.changedAt(now), true);
  }
}
