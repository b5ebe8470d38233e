package org.jiujin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.slf4j.LoggerFactory;

@AnnouncesLoggedException(
    IllegalStateException.class) // what the guarded classes log reaches this guard too
class GuardsTest {
  @Test
  void failsATestThatLogsAnUnannouncedException() {
    assertEquals(1, run(LogsSilently.class).testEvents().failed().count());
  }

  @Test
  void passesATestThatAnnouncedItsLoggedException() {
    assertEquals(1, run(LogsAsAnnounced.class).testEvents().succeeded().count());
  }

  @Test
  void failsAClassThatLeavesAThread() {
    var failed = run(LeavesThread.class).containerEvents().failed();
    LeavesThread.release.countDown();
    assertEquals(1, failed.count());
    assertTrue(failed.list().toString().contains("left-by-test"));
  }

  private static EngineExecutionResults run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute();
  }

  @ExtendWith(LogGuard.class)
  static class LogsSilently {
    @Test
    void logs() {
      LoggerFactory.getLogger(LogsSilently.class).error("broken", new IllegalStateException("x"));
    }
  }

  @ExtendWith(LogGuard.class)
  @AnnouncesLoggedException(IllegalStateException.class)
  static class LogsAsAnnounced {
    @Test
    void logs() {
      LoggerFactory.getLogger(LogsAsAnnounced.class).warn("broken", new IllegalStateException("x"));
    }
  }
}
