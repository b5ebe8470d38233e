package org.jiujin.device.printer;

import java.util.function.Consumer;
import org.jiujin.device.Device;

/// Prints documents on A4 paper.
///
/// Its status tells what it lacks: [org.jiujin.device.DeviceStatus.Degraded] while it still works (`INK_LOW`,
/// `PAPER_NEAR_END`), [org.jiujin.device.DeviceStatus.Unavailable] when it does not (`PAPER_END`, `PAPER_JAM`, `COVER_OPEN`,
/// `OUTPUT_FULL`). Its capabilities say whether it prints both sides and in colour; they are known once it has answered.
///
/// @since 0.2
public interface DocumentPrinter extends Device {
  /// Prints one document, and waits until it is out or will not come.
  ///
  /// A printer that runs out of paper waits for it, and so does this, for as long as three minutes; then the job is
  /// cancelled. The whole takes ten minutes at most.
  ///
  /// @param progress told on the device's lane thread about each change; must return quickly
  /// @return how it ended; [DocumentOutcome.Uncertain] when sheets may or may not have come out
  DocumentOutcome print(PdfDocument document, PrintTicket ticket, Consumer<PrintProgress> progress);

  /// Ends the printing that is under way, from any thread; does nothing when none is. [#print] then returns, with
  /// [DocumentOutcome.Cancelled] if the printer obeyed.
  void cancel();
}
