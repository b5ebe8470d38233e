package org.jiujin.device;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread from which a device is used.
///
/// Each call has a limit. A call that was begun and does not end in time hangs in the device: its thread is abandoned,
/// a new one takes its place, and the driver is told to let go of the port. Thread-safe.
public final class DeviceLane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceLane.class);
  private static final Duration CLOSING = Duration.ofSeconds(2);
  private static final int MOST_WAITING = 64;

  private final String name;
  private final Runnable letGo;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Worker worker;

  /// @param name of the thread, `device-idcard` for example
  /// @param letGo runs first on the new thread after a hung one was abandoned
  public DeviceLane(String name, Runnable letGo) {
    this.name = name;
    this.letGo = letGo;
    this.worker = new Worker(name);
  }

  /// Does the work on the lane's thread and waits for it; an interrupt is kept for later, because the limit is near.
  ///
  /// @param limit for waiting in the queue and for the work together
  /// @param late gives the answer when time ran out
  /// @throws IllegalStateException after close, or when called from the lane itself
  public <T> T call(Duration limit, Supplier<T> work, Function<Lateness, T> late) {
    var target = worker;
    if (target.isCurrentThread()) {
      throw new IllegalStateException("called from its own lane: " + name);
    }
    var task = new LaneTask<>(work);
    try {
      target.executor.execute(task);
    } catch (RejectedExecutionException full) {
      if (closed.getCount() == 0) {
        throw new IllegalStateException("closed: " + name, full);
      }
      return late.apply(Lateness.NEVER_BEGUN);
    }
    if (task.await(limit)) {
      return task.result();
    }
    if (task.withdraw()) {
      return late.apply(Lateness.NEVER_BEGUN);
    }
    abandon(target);
    return late.apply(Lateness.BEGUN);
  }

  /// Repeats the work until the lane is closed, first at once. What the work throws is logged and does not end it.
  ///
  /// @param limit for one run; longer is a hang
  public void every(Duration period, Duration limit, Runnable work) {
    Thread.ofVirtual()
        .name(name + "-rhythm")
        .start(() -> {
          do {
            once(limit, work);
          } while (!endsWithin(period));
        });
  }

  /// Whether the current thread is the lane's thread and was not abandoned; an abandoned one may change nothing.
  public boolean isCurrent() {
    return worker.isCurrentThread();
  }

  /// Ends the thread; waits two seconds for work under way, then leaves it behind.
  @Override
  public void close() {
    Worker last;
    synchronized (this) {
      closed.countDown();
      last = worker;
    }
    last.stop(CLOSING);
  }

  private void once(Duration limit, Runnable work) {
    try {
      var _ =
          call(
              limit,
              () -> {
                work.run();
                return true;
              },
              lateness -> false); // the next run will tell
    } catch (RuntimeException mistake) { // the lane is one of the four edges
      if (closed.getCount() > 0) {
        LOG.error("The lane {} goes on after a programming error", name, mistake);
      }
    }
  }

  private boolean endsWithin(Duration period) {
    try {
      return closed.await(period.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private synchronized void abandon(Worker hung) {
    if (worker != hung || closed.getCount() == 0) {
      return; // somebody else did it already
    }
    LOG.warn("The lane {} hangs; its thread is abandoned and the port reopened", name);
    worker = new Worker(name);
    worker.executor.execute(letGo);
    hung.executor.shutdownNow();
  }

  /// What had become of the work when its time ran out.
  public enum Lateness {
    /// It never began and never will.
    NEVER_BEGUN,
    /// It began; nobody knows how far it came.
    BEGUN
  }

  private static final class Worker {
    private final ExecutorService executor;
    private volatile Thread thread = Thread.currentThread();

    Worker(String name) {
      executor =
          new ThreadPoolExecutor(
              1,
              1,
              0,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(MOST_WAITING),
              task -> {
                thread = Thread.ofPlatform().daemon().name(name).unstarted(task);
                return thread;
              });
      // The thread exists from the start, so that isCurrentThread never mistakes the maker for it.
      ((ThreadPoolExecutor) executor).prestartCoreThread();
    }

    boolean isCurrentThread() {
      return Thread.currentThread() == thread;
    }

    void stop(Duration patience) {
      executor.shutdownNow();
      try {
        executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
