package org.jiujin.console.terminal;

import java.util.List;
import java.util.Optional;

/// Reads what is known about the terminals. Each call asks the database; from any thread.
public interface Terminals {
  /// Every terminal, in the order of the names.
  List<TerminalView> all();

  /// The terminal of this name.
  Optional<TerminalView> find(String name);

  /// What happened at a terminal, newest first; empty for an unknown one.
  List<HistoryEntry> history(String name, int limit);

  /// The counts of the last days up to today, oldest first, days without any as zeros.
  List<DayCounts> lastDays(String name, int days);
}
