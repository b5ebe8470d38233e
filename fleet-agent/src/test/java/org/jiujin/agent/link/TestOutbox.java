package org.jiujin.agent.link;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiujin.agent.outbox.Outbox;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;

/// An outbox in memory.
final class TestOutbox implements Outbox {
  static final Instant AT = Instant.parse("2026-11-20T02:00:00.001Z");

  private final List<TerminalRecord> waiting = new CopyOnWriteArrayList<>();
  private long next = 1_763_863_200_000L;

  @Override
  public synchronized void add(RecordBody body) {
    waiting.add(new TerminalRecord(next++, AT, body));
  }

  @Override
  public List<TerminalRecord> waiting() {
    return List.copyOf(waiting);
  }

  @Override
  public void acknowledged(long upTo) {
    waiting.removeIf(one -> one.seq() <= upTo);
  }
}
