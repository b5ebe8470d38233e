package org.jiujin.console.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A bounded queue between the link's callbacks, which must never wait, and the worker.
///
/// When it is full, messages are dropped and counted; the worker then asks everybody to say everything again. News of
/// the link are never dropped.
final class Inbox {
  private final LinkedBlockingDeque<Inbound> queue = new LinkedBlockingDeque<>();
  private final AtomicLong dropped = new AtomicLong();
  private final int capacity;

  Inbox(int capacity) {
    this.capacity = capacity;
  }

  void put(Inbound inbound) {
    if (inbound instanceof Inbound.Message && queue.size() >= capacity) {
      dropped.incrementAndGet();
    } else {
      queue.add(inbound);
    }
  }

  Optional<Inbound> next(Duration wait) throws InterruptedException {
    return Optional.ofNullable(queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  /// How many messages were dropped since the last call.
  long takeDropped() {
    return dropped.getAndSet(0);
  }
}
