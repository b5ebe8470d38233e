package org.jiujin.kiosk.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jiujin.fleet.local.LocalMessage.AuditHead;
import org.jspecify.annotations.Nullable;

/// Decides when the agent is told how far the audit journal went, during one connection: at its beginning, then when the head changed,
/// at most once a minute, and at once when a session ended or entries cannot be written. For one thread.
final class HeadPace {
  static final Duration EVERY = Duration.ofMinutes(1);

  private final HeadSource source;
  private final LongSupplier nanos;
  private @Nullable AuditHead told;
  private long toldAt;

  /// @param nanos a clock that only goes forward
  HeadPace(HeadSource source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  /// The head to be told now; taken as told.
  Optional<AuditHead> due() {
    Optional<AuditHead> due = source.now().filter(this::isDue).map(HeadSource.Told::head);
    due.ifPresent(head -> {
      told = head;
      toldAt = nanos.getAsLong();
    });
    return due;
  }

  private boolean isDue(HeadSource.Told now) {
    AuditHead before = told;
    if (before == null) {
      return true;
    }
    boolean urgent =
        now.sessionEnd() > before.count()
            || !now.head().chain().equals(before.chain())
            || (now.head().unwritten() > 0) != (before.unwritten() > 0);
    return !now.head().equals(before) && (urgent || nanos.getAsLong() - toldAt >= EVERY.toNanos());
  }
}
