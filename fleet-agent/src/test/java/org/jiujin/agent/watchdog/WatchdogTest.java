package org.jiujin.agent.watchdog;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  @Test
  void isContentOnlyWhileEveryThreadLooksUp() {
    var link = new AtomicReference<>(Duration.ofSeconds(1));
    var watchdog =
        new Watchdog(
            Map.of("supervise", () -> Duration.ofMillis(200), "fleet-link", link::get),
            Duration.ofSeconds(60));
    assertTrue(watchdog.allAlive());
    link.set(Duration.ofSeconds(61));
    assertFalse(watchdog.allAlive());
    link.set(Duration.ofSeconds(60));
    assertTrue(watchdog.allAlive());
  }
}
