package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jiujin.agent.update.InstallPolicy.Input;
import org.jiujin.fleet.update.Assignment;
import org.jiujin.fleet.update.Urgency;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FetchesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final BlockingQueue<Input> answers = new LinkedBlockingQueue<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  @Test
  void tellsInWhichSlotItIs() throws Exception {
    fetch(() -> 7);
    assertEquals(new Input.Built(ReleaseRef.of(assignment()), 7), answer());
  }

  @Test
  void tellsWhatHindersIt() throws Exception {
    fetch(() -> {
      throw new NotBuilt("disk-full", "no room");
    });
    assertEquals(notBuilt("disk-full"), answer());
  }

  @Test
  @AnnouncesLoggedException({IOException.class, IllegalStateException.class})
  void tellsThatTheDiskOrWeOurselvesFailed() throws Exception {
    fetch(() -> {
      throw new IOException("broken");
    });
    assertEquals(notBuilt("disk-failed"), answer());
    fetch(() -> {
      throw new IllegalStateException("ours");
    });
    assertEquals(notBuilt("mistake"), answer());
  }

  @Test
  void saysNothingOfWhatNobodyWaitsForAnyMore() throws Exception {
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    Fetches there =
        fetch(() -> {
          begun.countDown();
          try {
            over.await();
          } catch (InterruptedException _) {
            throw new ClosedByInterruptException(); // as a file that is being read
          }
          return 1;
        });
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    there.stop();
    fetch(() -> 2);
    assertEquals(new Input.Built(ReleaseRef.of(assignment()), 2), answer());
  }

  private Fetches fetch(Task task) {
    var there = new Fetches(thread, new Doing(task), InstantSource.fixed(NOW), answers::add);
    there.fetch(assignment(), Set.of());
    return there;
  }

  private Input answer() throws InterruptedException {
    return answers.take();
  }

  private static Input notBuilt(String why) {
    return new Input.NotBuilt(NOW, ReleaseRef.of(assignment()), why);
  }

  private static Assignment assignment() {
    return new Assignment(
        "app", "1", ByteString.copyFrom(new byte[32]), 1, Instant.EPOCH, Urgency.SOON);
  }

  private interface Task {
    long run() throws NotBuilt, IOException, InterruptedException;
  }

  private record Doing(Task task) implements Fetcher {
    @Override
    public long fetch(Assignment assignment, Set<Long> needed)
        throws NotBuilt, IOException, InterruptedException {
      return task.run();
    }

    @Override
    public void tidy(Set<Long> needed) {}
  }
}
