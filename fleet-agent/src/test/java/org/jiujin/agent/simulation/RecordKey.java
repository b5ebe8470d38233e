package org.jiujin.agent.simulation;

import java.time.Instant;
import org.jiujin.fleet.record.TerminalRecord;

/// By which a host tells the records of a terminal apart.
record RecordKey(long seq, Instant at) implements Comparable<RecordKey> {
  static RecordKey of(TerminalRecord one) {
    return new RecordKey(one.seq(), one.at());
  }

  @Override
  public int compareTo(RecordKey other) {
    int bySeq = Long.compare(seq, other.seq);
    return bySeq != 0 ? bySeq : at.compareTo(other.at);
  }
}
