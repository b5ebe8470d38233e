package org.jiujin.console.web;

import java.util.List;
import org.jiujin.console.terminal.DeviceView;
import org.jiujin.console.terminal.SupplyView;

/// One supply of a device in words.
///
/// @param percent how full its bar is; 0 when nobody knows
/// @param left how much is left
/// @param days for how long it lasts, or empty when nobody knows
/// @param scarce whether somebody must bring more within days
record SupplyLine(String name, int percent, String left, String days, boolean scarce) {
  /// Fewer days, or so little of it, are shown as an alarm; the first as the agent's own alarm.
  private static final int FEW_DAYS = 3;

  private static final int LITTLE = 5;

  static List<SupplyLine> of(DeviceView device, Wording wording) {
    return device.supplies().stream().map(supply -> of(supply, wording)).toList();
  }

  private static SupplyLine of(SupplyView supply, Wording wording) {
    Integer percent = supply.percent();
    Integer days = supply.daysLeft();
    String left =
        percent == null
            ? wording.text("supply.unknown")
            : wording.text(supply.estimated() ? "supply.about" : "supply.left", percent);
    return new SupplyLine(
        wording.supply(supply.kind(), supply.name()),
        percent == null ? 0 : percent,
        left,
        days == null ? "" : wording.text(days == 0 ? "supply.out" : "supply.days", days),
        days == null ? percent != null && percent <= LITTLE : days < FEW_DAYS);
  }
}
