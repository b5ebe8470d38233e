package org.jiujin.device.escpos;

import java.util.Optional;
import org.jiujin.device.Fault;

/// The four real-time replies together (devices reference, 6.2).
///
/// @param printer reply to n = 1
/// @param cause reply to n = 2, why it is off line
/// @param error reply to n = 3
/// @param paper reply to n = 4
record PrinterState(int printer, int cause, int error, int paper) {
  private static final int WELL = 0x12;

  /// The same from the first three bytes of an automatic status (devices reference, 6.3), which has the same facts at
  /// other places.
  static PrinterState ofAutoStatus(int first, int second, int third) {
    int errors = second & 0x6C;
    return new PrinterState(
        WELL | (first & 0x08),
        WELL | ((first & 0x20) >> 3) | (errors == 0 ? 0 : 0x40),
        WELL | (errors & 0x68),
        WELL | ((third & 0x03) == 0 ? 0 : 0x0C) | ((third & 0x0C) == 0 ? 0 : 0x60));
  }

  /// What keeps the printer from printing, the easiest to mend first.
  Optional<Fault> obstacle() {
    return code(cause, 0x04, Fault.Code.COVER_OPEN)
        .or(() -> code(paper, 0x60, Fault.Code.PAPER_END))
        .or(() -> code(cause, 0x20, Fault.Code.PAPER_END))
        .or(() -> code(error, 0x08, Fault.Code.CUTTER_STUCK))
        .or(() -> code(error, 0x20, Fault.Code.DEVICE_FAILED))
        .or(() -> code(error, 0x40, Fault.Code.HEAD_HOT))
        .or(() -> code(cause, 0x40, Fault.Code.DEVICE_FAILED))
        .or(() -> code(printer, 0x08, Fault.Code.OFF_LINE))
        .map(code -> Fault.of(code, "%02X %02X %02X %02X".formatted(printer, cause, error, paper)));
  }

  /// What somebody should look after soon.
  Optional<Fault> warning() {
    return code(paper, 0x0C, Fault.Code.PAPER_NEAR_END).map(Fault::of);
  }

  private static Optional<Fault.Code> code(int reply, int bits, Fault.Code code) {
    return (reply & bits) == 0 ? Optional.empty() : Optional.of(code);
  }
}
