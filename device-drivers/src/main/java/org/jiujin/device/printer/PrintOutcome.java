package org.jiujin.device.printer;

import org.jiujin.device.Fault;

/// How a print ended.
///
/// @since 0.1
public sealed interface PrintOutcome {
  /// The paper was cut, and the printer said so afterwards. Never assumed.
  ///
  /// @param lines how many lines of the receipt it was
  record Printed(int lines) implements PrintOutcome {}

  /// Nothing was printed; trying again is safe.
  record Refused(Fault fault) implements PrintOutcome {}

  /// Paper may have come out; do not print again without asking.
  ///
  /// A printer that tells nothing never gets beyond this: `NO_ANSWER` after everything was sent. Whoever prints then asks
  /// the person in front of it, as after any other doubtful print.
  record Uncertain(Fault fault) implements PrintOutcome {}
}
