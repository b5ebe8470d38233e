package org.jiujin.console.record;

import java.util.List;
import org.jiujin.console.terminal.TerminalId;
import org.jiujin.fleet.record.TerminalRecord;

/// The records of all terminals.
public interface RecordBook {
  /// Stores records that are not stored yet, all or none; they are on disk when it returns. From one thread per terminal at a
  /// time. A database that does not answer is a `DataAccessException`, and nothing was changed.
  void store(TerminalId id, List<TerminalRecord> records);

  /// What a terminal told last that an operator may have to act on, newest first; empty for an unknown one. From any thread.
  List<TerminalRecord> latestAlarms(String name, int limit);
}
