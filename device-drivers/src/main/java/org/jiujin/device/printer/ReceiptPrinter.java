package org.jiujin.device.printer;

import org.jiujin.device.Device;

/// Prints receipts on 80 mm paper.
///
/// Its status tells the paper too: [org.jiujin.device.DeviceStatus.Degraded] with `PAPER_NEAR_END`,
/// [org.jiujin.device.DeviceStatus.Unavailable] with `PAPER_END`, `COVER_OPEN` or `CUTTER_STUCK`.
///
/// @since 0.1
public interface ReceiptPrinter extends Device {
  /// Prints one receipt and cuts the paper. Blocks for 30 seconds at most.
  ///
  /// @return how it ended; [PrintOutcome.Uncertain] when paper may or may not have come out
  PrintOutcome print(Receipt receipt);
}
