package org.jiujin.agent.configuration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.fleet.configuration.Effective;
import org.jiujin.fleet.local.LocalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
  @Test
  void beatsNoMoreWhileSomebodyKeepsItsThread(@TempDir Path folder) throws InterruptedException {
    var held = new Held();
    try (var configurations =
        Configurations.start(
            new ConfigurationSettings(
                Documents.GROUP, Documents.TERMINAL, folder, Duration.ofMinutes(1)),
            () -> Documents.TRUSTED,
            held,
            _ -> {},
            _ -> {},
            InstantSource.system())) {
      held.entered.await();
      Duration before = configurations.sinceLastBeat();
      until(() -> configurations.sinceLastBeat().compareTo(before.plusSeconds(2)) > 0);
      held.letGo.countDown();
      until(() -> configurations.sinceLastBeat().compareTo(before.plusSeconds(1)) < 0);
    }
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within 20 s");
      LockSupport.parkNanos(5_000_000);
    }
  }

  /// Keeps the thread at the first question.
  private static final class Held implements Tuned {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch letGo = new CountDownLatch(1);

    @Override
    public void act(Effective effective) {
      // nobody acts
    }

    @Override
    public void tellApp(LocalMessage.Settings settings) {
      // there is no app
    }

    @Override
    public boolean online() {
      entered.countDown();
      try {
        letGo.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return true;
    }
  }
}
