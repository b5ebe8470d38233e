package org.jiujin.agent.outbox;

import java.util.List;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;

/// Where records wait for the console. No call waits; any thread.
public interface Outbox {
  /// Keeps a record of what happened just now.
  void add(RecordBody body);

  /// What the console does not have yet, in order.
  List<TerminalRecord> waiting();

  /// The console has every record up to and with this one.
  void acknowledged(long upTo);

  /// An outbox that keeps nothing, for an agent that has nothing to tell.
  static Outbox none() {
    return new Outbox() {
      @Override
      public void add(RecordBody body) {
        // not kept
      }

      @Override
      public List<TerminalRecord> waiting() {
        return List.of();
      }

      @Override
      public void acknowledged(long upTo) {
        // there was nothing
      }
    };
  }
}
