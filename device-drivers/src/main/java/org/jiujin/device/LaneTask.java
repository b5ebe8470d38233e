package org.jiujin.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// One piece of work for a lane. It either begins or is withdrawn, never both.
final class LaneTask<T> implements Runnable {
  private final Supplier<T> work;
  private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
  private final CompletableFuture<T> result = new CompletableFuture<>();

  LaneTask(Supplier<T> work) {
    this.work = work;
  }

  @Override
  public void run() {
    if (!progress.compareAndSet(Progress.WAITING, Progress.BEGUN)) {
      return;
    }
    try {
      result.complete(work.get());
    } catch (RuntimeException mistake) { // handed to the caller, whose mistake it is
      result.completeExceptionally(mistake);
    }
  }

  /// Keeps the work from beginning; false when it has begun.
  boolean withdraw() {
    return progress.compareAndSet(Progress.WAITING, Progress.WITHDRAWN);
  }

  /// Whether the work ended within the limit.
  boolean await(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          result
              .handle((done, thrown) -> true)
              .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          return true;
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (java.util.concurrent.TimeoutException
            | java.util.concurrent.ExecutionException e) {
          return false;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  T result() {
    try {
      return result.join();
    } catch (CompletionException thrown) {
      if (thrown.getCause() instanceof RuntimeException mistake) {
        throw mistake;
      }
      throw thrown;
    }
  }

  private enum Progress {
    WAITING,
    BEGUN,
    WITHDRAWN
  }
}
