package org.jiujin.device.opencv;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jiujin.device.Fault;
import org.jiujin.device.camera.CaptureOutcome;
import org.jiujin.device.camera.Verdict;

/// A caller that waits for a good picture.
final class Waiting<P> {
  /// What the lane may still need for a picture that was begun.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final long deadline;
  private final CompletableFuture<CaptureOutcome<P>> outcome = new CompletableFuture<>();
  private volatile List<Verdict> verdicts = List.of();

  Waiting(Duration patience) {
    deadline = System.nanoTime() + patience.toNanos();
  }

  /// On the lane: what the newest frame shows.
  ///
  /// @param steady whether the frame before was good as well
  /// @return whether this one is served
  boolean offer(Assessment<P> assessment, boolean steady) {
    if (assessment.good() && steady) {
      // Somebody who was cancelled meanwhile must not get the picture.
      return outcome.complete(new CaptureOutcome.Captured<>(assessment.picture().get()));
    }
    if (!assessment.good()) {
      verdicts = assessment.verdicts();
    }
    return false;
  }

  void fail(Fault fault) {
    outcome.complete(new CaptureOutcome.Refused<>(fault));
  }

  void cancel() {
    outcome.complete(new CaptureOutcome.Cancelled<>());
  }

  boolean over() {
    return outcome.isDone() || System.nanoTime() - deadline > GRACE.toNanos();
  }

  /// Waits; an interrupt cancels and stays set.
  CaptureOutcome<P> await() {
    try {
      return outcome.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException end) {
      cancel();
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      outcome.complete(atTheEnd());
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
    return outcome.join();
  }

  private CaptureOutcome<P> atTheEnd() {
    var last = verdicts;
    return last.isEmpty()
        ? new CaptureOutcome.Refused<>(Fault.of(Fault.Code.NO_PICTURE, "no frame in time"))
        : new CaptureOutcome.NotGood<>(last);
  }
}
