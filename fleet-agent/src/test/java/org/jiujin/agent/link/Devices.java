package org.jiujin.agent.link;

import java.time.Instant;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.local.DeviceReport;

/// Device reports for tests.
final class Devices {
  private static final Instant SINCE = Instant.parse("2026-11-23T01:00:00Z");

  private Devices() {}

  static DeviceReport ready(String id) {
    return of(id, DeviceState.READY, "", Mend.NOBODY);
  }

  static DeviceReport degraded(String id, String fault) {
    return of(id, DeviceState.DEGRADED, fault, Mend.STAFF);
  }

  static DeviceReport pulled(String id) {
    return of(id, DeviceState.UNAVAILABLE, "NOT_CONNECTED", Mend.STAFF);
  }

  static DeviceReport of(String id, DeviceState state, String fault, Mend mend) {
    return new DeviceReport(id, "a-device", "virtual", true, state, fault, mend, SINCE);
  }
}
