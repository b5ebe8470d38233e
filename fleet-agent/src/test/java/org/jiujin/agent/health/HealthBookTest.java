package org.jiujin.agent.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.LocalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthBookTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private final AtomicInteger changes = new AtomicInteger();
  private final HealthBook book = new HealthBook(changes::incrementAndGet);

  @Test
  void theAppIsServingOnlyWhileItAnswers() {
    book.appIs(AppState.READY);
    book.appReports(report("serving"));
    assertEquals(MetricValue.of("serving"), state());
    book.appIs(AppState.FROZEN);
    assertEquals(MetricValue.of("frozen"), state());
    book.appIs(AppState.STARTING);
    book.appIs(AppState.READY);
    assertEquals(MetricValue.of("ready"), state(), "a new app has not said yet that it serves");
  }

  @Test
  void theAppCannotClaimToBeFrozenOrToHaveAnotherPid() {
    book.put(Map.of(NodeMetric.APP_PID, MetricValue.of(1L)));
    book.appIs(AppState.READY);
    book.appReports(
        new LocalMessage.Report(
            List.of(
                metric(NodeMetric.APP_STATE, MetricValue.of("stopped")),
                metric(NodeMetric.APP_PID, MetricValue.of(2L)),
                Metric.named("app/from_the_future", AT, MetricValue.of(1))),
            List.of()));
    assertEquals(MetricValue.of("ready"), state());
    assertEquals(MetricValue.of(1L), book.snapshot().node().get(NodeMetric.APP_PID));
  }

  @Test
  void aValueOfTheWrongTypeIsNotTaken() {
    book.appReports(
        new LocalMessage.Report(
            List.of(metric(NodeMetric.APP_OUTBOX_DEPTH, MetricValue.of("many"))), List.of()));
    assertFalse(book.snapshot().node().containsKey(NodeMetric.APP_OUTBOX_DEPTH));
  }

  @Test
  void devicesLeaveThePictureWithTheApp() {
    book.appIs(AppState.READY);
    book.appReports(report("ready"));
    assertEquals(Set.of("idcard"), book.snapshot().devices().keySet());
    book.appIs(AppState.STARTING);
    assertEquals(Set.of(), book.snapshot().devices().keySet());
  }

  @Test
  void eachChangeIsTold() {
    book.appIs(AppState.STARTING);
    book.appReports(report("ready"));
    book.put(Map.of());
    assertEquals(3, changes.get());
  }

  @Test
  void readsTheFiguresOfThisMachine(@TempDir Path folder) {
    var figures = new SystemMetrics(folder).read();
    var total = assertInstanceOf(MetricValue.Int64.class, figures.get(NodeMetric.SYS_MEM_TOTAL_MB));
    var used = assertInstanceOf(MetricValue.Int64.class, figures.get(NodeMetric.SYS_MEM_USED_MB));
    assertTrue(used.value() > 0 && used.value() < total.value(), used + " of " + total);
    var disk = assertInstanceOf(MetricValue.Int64.class, figures.get(NodeMetric.SYS_DISK_FREE_MB));
    assertEquals(folder.toFile().getUsableSpace() / (1024.0 * 1024), (double) disk.value(), 2048);
    assertEquals(
        new MetricValue.Absent(),
        new SystemMetrics(folder.resolve("gone")).read().get(NodeMetric.SYS_DISK_FREE_MB));
  }

  private MetricValue state() {
    return book.snapshot().node().getOrDefault(NodeMetric.APP_STATE, new MetricValue.Absent());
  }

  private static LocalMessage.Report report(String state) {
    return new LocalMessage.Report(
        List.of(metric(NodeMetric.APP_STATE, MetricValue.of(state))),
        List.of(
            new DeviceReport(
                "idcard", "reader", "m", true, DeviceState.READY, "", Mend.NOBODY, AT)));
  }

  private static Metric metric(NodeMetric metric, MetricValue value) {
    return Metric.named(metric.wireName(), AT, value);
  }
}
