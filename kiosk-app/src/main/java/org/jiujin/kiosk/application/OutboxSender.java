package org.jiujin.kiosk.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jiujin.kiosk.platform.ProvincialPlatform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is pending in the outbox on a thread of its own, `outbox-sender`, with pauses after failures.
public final class OutboxSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final Duration SEND_LIMIT = Duration.ofSeconds(15);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final ApplicationOutbox outbox;
  private final Delivery delivery;
  private final RetryPolicy policy;
  private final InstantSource time;
  private final LateAnswer told;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private RetryPolicy.State state;
  private boolean wanted;
  private boolean closing;

  private OutboxSender(
      ApplicationOutbox outbox,
      ProvincialPlatform platform,
      RetryPolicy policy,
      InstantSource time,
      LateAnswer told) {
    this.told = told;
    this.outbox = outbox;
    this.delivery = new Delivery(outbox, platform);
    this.policy = policy;
    this.time = time;
    this.state = new RetryPolicy.State(0, time.instant());
    this.thread = Thread.ofPlatform().name("outbox-sender").daemon().unstarted(this::run);
  }

  /// Starts sending.
  public static OutboxSender start(
      ApplicationOutbox outbox, ProvincialPlatform platform, InstantSource time) {
    return start(outbox, platform, time, LateAnswer.UNHEARD);
  }

  /// Starts sending.
  ///
  /// @param told hears how each application ended that is sent from here
  public static OutboxSender start(
      ApplicationOutbox outbox, ProvincialPlatform platform, InstantSource time, LateAnswer told) {
    return start(outbox, platform, RetryPolicy.usual(), time, told);
  }

  static OutboxSender start(
      ApplicationOutbox outbox,
      ProvincialPlatform platform,
      RetryPolicy policy,
      InstantSource time,
      LateAnswer told) {
    var sender = new OutboxSender(outbox, platform, policy, time, told);
    sender.thread.start();
    return sender;
  }

  /// Says that there is something to send. Returns at once; while the platform is known to be away, the pause goes on.
  public void wake() {
    lock.lock();
    try {
      wanted = true;
      state = policy.woken(state, time.instant());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Stops within five seconds; a request that is under way is given up, and repeated at the next start.
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt(); // ends a running request, not a running write: SQLite does not listen to it
    try {
      if (!thread.join(CLOSE_LIMIT)) {
        LOG.warn("The outbox sender did not stop within {}", CLOSE_LIMIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (awaitTurn()) {
      RetryPolicy.Round round = guardedRound();
      lock.lock();
      try {
        Instant now = time.instant();
        state = policy.after(state, round, now, ThreadLocalRandom.current().nextDouble());
        if (wanted) { // somebody woke this thread while it looked
          state = policy.woken(state, now);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /// Waits for the next round.
  ///
  /// @return false at the end
  private boolean awaitTurn() {
    lock.lock();
    try {
      while (!closing) {
        long waitNanos = Duration.between(time.instant(), state.next()).toNanos();
        if (waitNanos <= 0) {
          wanted = false;
          return true;
        }
        boolean _ = changed.await(waitNanos, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException _) {
      // closing is the only reason to interrupt this thread
    } finally {
      lock.unlock();
    }
    return false;
  }

  /// The edge of this thread: a programmer's mistake in one round must not end all sending.
  private RetryPolicy.Round guardedRound() {
    try {
      return round();
    } catch (RuntimeException e) {
      LOG.error("A round of the outbox sender failed", e);
      return RetryPolicy.Round.FAILED;
    }
  }

  private RetryPolicy.Round round() {
    return switch (outbox.nextDue()) {
      case StoreResult.Failed<Optional<OutboxRow>>(var fault) -> {
        LOG.error("The outbox cannot be read: {}", fault);
        yield RetryPolicy.Round.FAILED;
      }
      case StoreResult.Done<Optional<OutboxRow>>(var row) ->
          row.map(this::send).orElse(RetryPolicy.Round.NOTHING_DUE);
    };
  }

  private RetryPolicy.Round send(OutboxRow row) {
    Instant start = time.instant();
    return switch (delivery.send(row, SEND_LIMIT, false)) {
      case Delivery.Result.Delivered(var caseNumber) -> {
        if (row.kind() == OutboxRow.Kind.APPLICATION) {
          told.accepted(new LocalNumber(row.localNumber()), caseNumber);
        }
        LOG.info(
            "Sent {} {} after {} tries in vain, in {}",
            row.kind(),
            row.localNumber(),
            row.attempts(),
            Duration.between(start, time.instant()));
        yield RetryPolicy.Round.MOVED_ON;
      }
      case Delivery.Result.Refused(var problem) -> {
        if (row.kind() == OutboxRow.Kind.APPLICATION) {
          told.refused(new LocalNumber(row.localNumber()), problem);
        }
        LOG.error(
            "The platform refused {} {} after the resident had gone: {} {}; it is kept sealed",
            row.kind(),
            row.localNumber(),
            problem.code(),
            problem.pointers());
        yield RetryPolicy.Round.MOVED_ON;
      }
      case Delivery.Result.Blocked(var fault) -> {
        LOG.error(
            "{} {} cannot be opened: {}; it is kept as it is",
            row.kind(),
            row.localNumber(),
            fault);
        yield RetryPolicy.Round.MOVED_ON;
      }
      case Delivery.Result.Postponed(var cause) -> {
        LOG.info("{} {} stays here for now: {}", row.kind(), row.localNumber(), cause);
        yield RetryPolicy.Round.FAILED;
      }
    };
  }
}
