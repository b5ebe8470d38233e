package org.jiujin.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of());

  @TempDir Path folder;
  private final Map<NodeMetric, MetricValue> figures = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(AT);
  private final AtomicReference<Snapshot> picture = new AtomicReference<>(EMPTY);

  @Test
  void keepsWhatItWasToldOverARestartAndForgetsWhatTheConsoleHas() {
    try (Recorder recorder = start()) {
      recorder.add(new RecordBody.AgentStarted("0.1.0", "x"));
      recorder.appIs(AppState.READY);
      recorder.appEnded(1, "a.B at c.d(E.java:1)");
      recorder.appIs(AppState.CRASH_LOOP);
    } // what was told before the end is written
    try (Recorder recorder = start()) {
      assertEquals(
          List.of(
              new RecordBody.AgentStarted("0.1.0", "x"),
              new RecordBody.AppEnded(1, "a.B at c.d(E.java:1)", 1),
              new RecordBody.CrashLoop()),
          bodies(recorder));
      assertEquals(MetricValue.of(3), figures.get(NodeMetric.OUTBOX_DEPTH));
      assertEquals(MetricValue.of(0L), figures.get(NodeMetric.OUTBOX_DROPPED));
      assertEquals(MetricValue.of(true), figures.get(NodeMetric.OUTBOX_DURABLE));
      recorder.acknowledged(recorder.waiting().get(1).seq());
      assertEquals(List.of(new RecordBody.CrashLoop()), bodies(recorder), "at once");
      until(() -> MetricValue.of(1).equals(figures.get(NodeMetric.OUTBOX_DEPTH)));
    }
    try (Recorder recorder = start()) {
      assertEquals(List.of(new RecordBody.CrashLoop()), bodies(recorder).reversed().subList(0, 1));
    }
  }

  @Test
  void tellsTheEndOfEachAlarmAlsoWhenItCameWhileTheAgentWasDown() {
    picture.set(new Snapshot(free(100), receipt(DeviceState.UNAVAILABLE, "PAPER_END", Mend.STAFF)));
    try (Recorder recorder = start()) {
      recorder.appIs(AppState.CRASH_LOOP);
      until(() -> {
        now.updateAndGet(at -> at.plusSeconds(1));
        return bodies(recorder).size() == 3;
      });
    }
    try (Recorder recorder = start()) { // nothing new: nothing is told again
      recorder.appIs(AppState.CRASH_LOOP);
      now.updateAndGet(at -> at.plusSeconds(60));
      recorder.add(new RecordBody.AgentStopped());
      until(() -> bodies(recorder).size() == 4);
    }
    picture.set(new Snapshot(free(5000), receipt(DeviceState.READY, "", Mend.NOBODY)));
    try (Recorder recorder = start()) {
      recorder.appIs(AppState.READY);
      until(() -> {
        now.updateAndGet(at -> at.plusSeconds(1));
        return bodies(recorder).size() == 7;
      });
      assertEquals(
          Set.of(
              new RecordBody.FaultCleared("receipt", "PAPER_END"),
              new RecordBody.DiskFreed(5000),
              new RecordBody.CrashLoopOver()),
          Set.copyOf(bodies(recorder).subList(4, 7)));
    }
  }

  @Test
  void keepsAuditHeadsUntilTheHostHasThemAndTheNewestOverAStop() {
    try (Recorder recorder = start()) {
      for (int i = 1; i <= 9; i++) {
        recorder.auditHead(head(i));
      }
      until(() -> bodies(recorder).size() == HeadKeeper.MOST_WAITING);
      assertEquals(AT.minusSeconds(9), recorder.waiting().getFirst().at(), "the head's own time");
    }
    try (Recorder recorder = start()) {
      assertEquals(
          List.of(1L, 2L, 3L, 4L, 9L), bodies(recorder).stream().map(RecorderTest::count).toList());
      recorder.auditHead(head(9)); // as after the agent's start
      recorder.auditHead(head(11));
      recorder.acknowledged(recorder.waiting().get(2).seq());
      until(() -> bodies(recorder).size() == 3);
      assertEquals(
          List.of(4L, 9L, 11L), bodies(recorder).stream().map(RecorderTest::count).toList());
    }
  }

  private static LocalMessage.AuditHead head(long count) {
    return new LocalMessage.AuditHead(
        "0123456789abcdef", count, "%064x".formatted(count), AT.minusSeconds(9), 0);
  }

  private static long count(RecordBody body) {
    return body instanceof RecordBody.AuditHead head ? head.count() : -1;
  }

  private static Map<NodeMetric, MetricValue> free(long megabytes) {
    return Map.of(NodeMetric.SYS_DISK_FREE_MB, MetricValue.of(megabytes));
  }

  private static Map<String, DeviceReport> receipt(DeviceState state, String fault, Mend mend) {
    return Map.of(
        "receipt", new DeviceReport("receipt", "printer", "virtual", true, state, fault, mend, AT));
  }

  @Test
  void writesDownAFaultOfADeviceThatLasts() {
    picture.set(new Snapshot(Map.of(), receipt(DeviceState.UNAVAILABLE, "PAPER_END", Mend.STAFF)));
    try (Recorder recorder = start()) {
      until(() -> {
        now.updateAndGet(at -> at.plusSeconds(1));
        return !recorder.waiting().isEmpty();
      });
      assertEquals(
          List.of(new RecordBody.FaultRaised("receipt", "PAPER_END", Mend.STAFF)),
          bodies(recorder));
    }
  }

  @Test
  void tellsTheCountsOfTheDayBeforeWhenTheTerminalWasOffOverNight() {
    picture.set(
        new Snapshot(
            Map.of(
                NodeMetric.APP_SESSIONS_TODAY, MetricValue.of(12),
                NodeMetric.BUSINESS_DONE_TODAY, MetricValue.of(9)),
            Map.of()));
    try (Recorder _ = start()) {
      until(() -> Files.exists(folder.resolve("outbox").resolve("day")));
    }
    picture.set(EMPTY);
    now.set(AT.plus(Duration.ofHours(22)));
    try (Recorder recorder = start()) {
      until(() -> !recorder.waiting().isEmpty());
      assertEquals(
          List.of(new RecordBody.DayCounted(LocalDate.of(2026, 11, 23), 12, 9, 0, 0)),
          bodies(recorder));
    }
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void goesOnInMemoryAndSaysSoWhenTheFolderCannotBeMade() throws IOException {
    Files.createFile(folder.resolve("outbox"));
    try (Recorder recorder = start()) {
      assertEquals(MetricValue.of(false), figures.get(NodeMetric.OUTBOX_DURABLE));
      recorder.add(new RecordBody.CrashLoop());
      until(() -> recorder.waiting().size() == 1);
      Files.delete(folder.resolve("outbox"));
      now.updateAndGet(at -> at.plusSeconds(61));
      until(() -> MetricValue.of(true).equals(figures.get(NodeMetric.OUTBOX_DURABLE)));
    }
    try (Recorder recorder = start()) {
      assertEquals(List.of(new RecordBody.CrashLoop()), bodies(recorder));
    }
  }

  private Recorder start() {
    return Recorder.start(
        folder.resolve("outbox"),
        ZoneId.of("Asia/Shanghai"),
        picture::get,
        figures::putAll,
        now::get);
  }

  private static List<RecordBody> bodies(Recorder recorder) {
    return recorder.waiting().stream().map(TerminalRecord::body).toList();
  }

  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "never came");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }
}
