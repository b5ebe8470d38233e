package org.jiujin.console.web;

import java.util.List;
import org.jiujin.console.terminal.DeviceView;

/// One device in words.
///
/// @param look the look of its mark: `ready`, `degraded`, `unavailable` or `awaited`
/// @param condition its fault in words, or its state
/// @param mend who can mend it, or empty
record DeviceLine(
    String id,
    String name,
    String look,
    String condition,
    String code,
    String mend,
    String model,
    boolean simulated,
    String since,
    String age,
    List<SupplyLine> supplies) {

  static DeviceLine of(DeviceView device, Wording wording) {
    String condition =
        device.awaited()
            ? wording.text("device.last-known", wording.condition(device))
            : wording.condition(device);
    return new DeviceLine(
        device.id(),
        wording.device(device.id()),
        device.awaited() ? "awaited" : device.state(),
        condition,
        device.fault(),
        device.awaited() ? "" : wording.mend(device.mend()),
        device.model(),
        device.simulated(),
        wording.time(device.since()),
        wording.age(device.since()),
        SupplyLine.of(device, wording));
  }
}
