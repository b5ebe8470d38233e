package org.jiujin.device.scanner;

import org.jiujin.device.Fault;

/// How waiting for a code ended.
///
/// @since 0.2
public sealed interface ScanOutcome {
  /// A code was read whole.
  record Scanned(ScannedCode code) implements ScanOutcome {}

  /// No code was shown in time.
  record Nothing() implements ScanOutcome {}

  /// The scanner does not work, or not for the caller.
  record Failed(Fault fault) implements ScanOutcome {}

  /// The wait was ended.
  record Cancelled() implements ScanOutcome {}
}
