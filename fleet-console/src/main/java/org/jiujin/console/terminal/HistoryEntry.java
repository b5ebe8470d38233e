package org.jiujin.console.terminal;

import java.time.Instant;

/// Something that changed at a terminal.
public sealed interface HistoryEntry {
  /// When the console learned of it.
  Instant at();

  /// The terminal as a whole changed.
  ///
  /// @param appState the app's state after it, or empty
  record TerminalTurned(Instant at, TerminalState before, TerminalState after, String appState)
      implements HistoryEntry {}

  /// A device changed; the texts are those of [DeviceView].
  record DeviceTurned(Instant at, String device, String state, String fault, String mend)
      implements HistoryEntry {}
}
