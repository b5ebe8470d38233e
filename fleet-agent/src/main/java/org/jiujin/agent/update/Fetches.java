package org.jiujin.agent.update;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.fleet.update.Assignment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches releases of one kind on a thread that all kinds share. Called by one thread; calls return at once.
final class Fetches {
  private static final Logger LOG = LoggerFactory.getLogger(Fetches.class);

  private final Fetcher fetcher;
  private final InstantSource steady;
  private final Consumer<Input> answers;
  private final ExecutorService thread;
  private Future<?> fetching = CompletableFuture.completedFuture(null);

  /// @param thread a single one, of the caller, who ends it
  /// @param answers takes what became of a fetch, on the thread that fetches
  Fetches(ExecutorService thread, Fetcher fetcher, InstantSource steady, Consumer<Input> answers) {
    this.thread = thread;
    this.fetcher = fetcher;
    this.steady = steady;
    this.answers = answers;
  }

  /// Fetches a release.
  ///
  /// @param needed slots that must stay
  void fetch(Assignment assignment, Set<Long> needed) {
    fetching = thread.submit(() -> fetched(assignment, needed));
  }

  /// Fetches it no more; nothing is told of it.
  void stop() {
    fetching.cancel(true);
  }

  /// Removes what is in other slots than these. Not while something is fetched.
  void tidy(Set<Long> needed) {
    thread.execute(() -> {
      try {
        fetcher.tidy(needed);
      } catch (IOException | RuntimeException e) { // what is left is removed another time
        LOG.warn("an old release cannot be removed", e);
      }
    });
  }

  private void fetched(Assignment assignment, Set<Long> needed) {
    var release = ReleaseRef.of(assignment);
    String name = assignment.kind() + " " + assignment.version();
    try {
      answers.accept(new Input.Built(release, fetcher.fetch(assignment, needed)));
    } catch (NotBuilt e) {
      LOG.warn("{} is not to be had for now: {}", name, e.getMessage());
      answers.accept(new Input.NotBuilt(steady.instant(), release, e.why()));
    } catch (InterruptedException | ClosedByInterruptException _) {
      LOG.info("{} is not fetched any more", name);
    } catch (IOException e) {
      LOG.error("the disk does not take {}", name, e);
      answers.accept(new Input.NotBuilt(steady.instant(), release, "disk-failed"));
    } catch (RuntimeException e) { // the runner's edge
      LOG.error("the fetching of {} stumbled", name, e);
      answers.accept(new Input.NotBuilt(steady.instant(), release, "mistake"));
    }
  }
}
