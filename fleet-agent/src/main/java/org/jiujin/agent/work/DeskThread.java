package org.jiujin.agent.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that does what it is given, one after the other, and looks around after each and at least once a second. Calls may come from
/// any thread and, but for [#answer], return at once.
public final class DeskThread {
  private static final Logger LOG = LoggerFactory.getLogger(DeskThread.class);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);
  private static final int QUEUE_LIMIT = 64;

  private final String name;
  private final Runnable lookAround;
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE_LIMIT);
  private final Thread thread;
  private volatile boolean closing;
  private volatile long lastBeatNanos = System.nanoTime();

  /// One that is not started.
  ///
  /// @param lookAround on the thread; a failure is logged, and the thread goes on
  public DeskThread(String name, Runnable lookAround) {
    this.name = name;
    this.lookAround = lookAround;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /// Begins, with what was given before.
  public void start() {
    thread.start();
  }

  /// Has something done. It is dropped when too much waits.
  public void offer(Runnable task) {
    if (!queue.offer(task)) {
      LOG.warn("too much waits for {}; an event is dropped", name);
    }
  }

  /// Has something done and waits for its answer, at most 30 s.
  ///
  /// @return empty when it failed, or none came in time
  public <T> Optional<T> answer(Supplier<T> task) throws InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    offer(() -> {
      try {
        answer.complete(task.get());
      } catch (RuntimeException e) { // the caller learns that it failed, the log why
        answer.completeExceptionally(e);
        throw e;
      }
    });
    try {
      return Optional.of(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException _) {
      return Optional.empty();
    }
  }

  /// How long ago the thread last looked up.
  public Duration sinceLastBeat() {
    return Duration.ofNanos(System.nanoTime() - lastBeatNanos);
  }

  /// Ends the thread, within three seconds.
  ///
  /// @param last done on it before
  public void close(Runnable last) {
    offer(() -> {
      closing = true;
      last.run();
    });
    try {
      if (thread.isAlive() && !thread.join(CLOSE_LIMIT)) {
        LOG.warn("the thread {} does not end; it is left behind", name);
        closing = true;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closing) {
      lastBeatNanos = System.nanoTime();
      try {
        Runnable task = queue.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        if (task != null) {
          task.run();
        }
        if (!closing) {
          lookAround.run();
        }
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) { // the runner's edge: a mistake of ours must not end the thread
        LOG.error("{} stumbled and goes on", name, e);
      }
    }
  }
}
