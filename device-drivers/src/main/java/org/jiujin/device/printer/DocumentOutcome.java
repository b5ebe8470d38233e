package org.jiujin.device.printer;

import org.jiujin.device.Fault;

/// How the printing of a document ended.
///
/// @since 0.2
public sealed interface DocumentOutcome {
  /// The printer says that all sheets are out.
  ///
  /// @param sheets how many, as far as the printer counts them; 0 when it does not
  record Printed(int sheets) implements DocumentOutcome {}

  /// Nothing was printed; trying again is safe.
  record Refused(Fault fault) implements DocumentOutcome {}

  /// Sheets may have come out, or may still do so; do not print again without asking.
  ///
  /// @param sheets how many the printer had counted last
  record Uncertain(Fault fault, int sheets) implements DocumentOutcome {}

  /// It was cancelled, and the printer says that it printed no further.
  ///
  /// @param sheets how many had come out before, as far as the printer counts them
  record Cancelled(int sheets) implements DocumentOutcome {}
}
