package org.jiujin.console.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.console.terminal.TerminalId;

/// Decides which terminals are asked for a rebirth and when, so that a gap is mended but a whole province is never
/// asked at once; and which of those that should be there did not answer. Not thread-safe; the caller brings the time.
final class RebirthDesk {
  private final TokenBucket bucket;
  private final Duration patience;
  private final Duration confirmWithin;
  private final Set<TerminalId> waiting = new LinkedHashSet<>();
  private final Map<TerminalId, Instant> askedAt = new HashMap<>();
  private final Set<TerminalId> unconfirmed = new LinkedHashSet<>();

  RebirthDesk(TokenBucket bucket, Duration patience, Duration confirmWithin) {
    this.bucket = bucket;
    this.patience = patience;
    this.confirmWithin = confirmWithin;
  }

  /// This terminal has to say everything again.
  void ask(TerminalId id, Instant now) {
    Instant before = askedAt.get(id);
    if (before == null || !now.isBefore(before.plus(patience))) {
      waiting.add(id);
    }
  }

  /// This terminal is believed to be connected; it has to show that it is.
  void confirm(TerminalId id, Instant now) {
    askedAt.remove(id);
    unconfirmed.add(id);
    ask(id, now);
  }

  /// A terminal sent something.
  void heard(TerminalId id) {
    unconfirmed.remove(id);
  }

  /// A terminal said everything, or is gone: nothing is to be asked of it.
  void settled(TerminalId id) {
    heard(id);
    waiting.remove(id);
    askedAt.remove(id);
  }

  /// The terminals to ask now.
  List<TerminalId> due(Instant now) {
    List<TerminalId> due = new ArrayList<>();
    for (var ids = waiting.iterator(); ids.hasNext() && bucket.take(now); ) {
      TerminalId id = ids.next();
      ids.remove();
      askedAt.put(id, now);
      due.add(id);
    }
    return due;
  }

  /// The terminals that were asked to confirm and stayed silent. Each is told once.
  List<TerminalId> silent(Instant now) {
    List<TerminalId> silent =
        unconfirmed.stream()
            .filter(askedAt::containsKey)
            .filter(id -> !now.isBefore(askedAt.getOrDefault(id, now).plus(confirmWithin)))
            .toList();
    silent.forEach(this::settled);
    return silent;
  }
}
