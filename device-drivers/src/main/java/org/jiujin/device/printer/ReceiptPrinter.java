package org.jiujin.device.printer;

import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription.Capability;

/// Prints receipts on paper of 80 or 58 mm.
///
/// Its status tells the paper too: [org.jiujin.device.DeviceStatus.Degraded] with `PAPER_NEAR_END`, or with
/// `PAPER_NOT_TAKEN` from a print until the paper was taken, where a sensor sees it;
/// [org.jiujin.device.DeviceStatus.Unavailable] with `PAPER_END`, `COVER_OPEN` or `CUTTER_STUCK`. A printer that tells
/// nothing (no `LIVE_STATUS` among its capabilities) is ready whenever its port is there.
///
/// @since 0.1
public interface ReceiptPrinter extends Device {
  /// How wide its paper is. Any receipt can be printed on either width; rows and long texts are wrapped sooner on 58 mm.
  default PaperWidth paperWidth() {
    return description().capabilities().contains(Capability.NARROW_PAPER)
        ? PaperWidth.MM_58
        : PaperWidth.MM_80;
  }

  /// Prints one receipt and cuts the paper. Blocks for 30 seconds at most.
  ///
  /// @return how it ended; [PrintOutcome.Uncertain] when paper may or may not have come out, and always that from a
  ///     printer that cannot say so
  PrintOutcome print(Receipt receipt);
}
