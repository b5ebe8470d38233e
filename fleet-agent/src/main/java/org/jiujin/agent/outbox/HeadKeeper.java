package org.jiujin.agent.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.local.LocalMessage.AuditHead;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.jspecify.annotations.Nullable;

/// Decides which heads of the audit chain become records. A head holds all heads of its chain before it, so while [#MOST_WAITING] of
/// them wait for the host, only the newest counts: it is held back, and written when fewer wait, once in [#THEN_ONE_EVERY], or when
/// the agent stops. A head of another chain, and the first that says that entries cannot be written or can be again, is written at
/// once. What was written is never taken back.
///
/// A head that was held back and lost with the agent is told by the app at its next connection. Holds no thread and no clock; for one
/// thread.
final class HeadKeeper {
  static final int MOST_WAITING = 4;
  static final Duration THEN_ONE_EVERY = Duration.ofHours(1);

  private @Nullable AuditHead written;
  private Instant writtenAt = Instant.MIN;
  private @Nullable AuditHead held;

  /// @param waiting records that the host does not have yet: what they tell is not told again
  HeadKeeper(List<TerminalRecord> waiting) {
    for (TerminalRecord one : waiting) {
      if (one.body() instanceof RecordBody.AuditHead told) {
        written = head(one.at(), told).orElse(written);
        writtenAt = one.at();
      }
    }
  }

  /// The app told a head.
  void told(AuditHead head) {
    held = head.equals(written) ? null : head;
  }

  /// The head to be written now, if there is one; taken as written.
  ///
  /// @param waiting records that the host does not have yet
  /// @param stopping whether the agent stops, so that nothing can be held back any more
  Optional<AuditHead> due(List<TerminalRecord> waiting, Instant now, boolean stopping) {
    AuditHead head = held;
    if (head == null || !(stopping || isUrgent(head) || hasRoom(waiting) || isLong(now))) {
      return Optional.empty();
    }
    held = null;
    written = head;
    writtenAt = now;
    return Optional.of(head);
  }

  static RecordBody body(AuditHead head) {
    return new RecordBody.AuditHead(head.chain(), head.count(), head.hash(), head.unwritten());
  }

  private boolean isUrgent(AuditHead head) {
    AuditHead before = written;
    return before == null
        || !before.chain().equals(head.chain())
        || (before.unwritten() > 0) != (head.unwritten() > 0);
  }

  private static boolean hasRoom(List<TerminalRecord> waiting) {
    return waiting.stream().filter(one -> one.body() instanceof RecordBody.AuditHead).count()
        < MOST_WAITING;
  }

  private boolean isLong(Instant now) {
    return now.isBefore(writtenAt) // a clock that was set back
        || !now.isBefore(writtenAt.plus(THEN_ONE_EVERY));
  }

  private static Optional<AuditHead> head(Instant at, RecordBody.AuditHead told) {
    try {
      return Optional.of(
          new AuditHead(told.chain(), told.count(), told.hash(), at, told.unwritten()));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // of an agent that knew other heads
    }
  }
}
