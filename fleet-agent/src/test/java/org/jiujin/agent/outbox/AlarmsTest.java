package org.jiujin.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.RecordBody.DayCounted;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is worth a record: devices, the app, the disk, the day.
class AlarmsTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
  private static final RecordBody RAISED =
      new RecordBody.FaultRaised("receipt", "PAPER_END", Mend.STAFF);
  private static final RecordBody CLEARED = new RecordBody.FaultCleared("receipt", "PAPER_END");

  static LongStream seeds() {
    return Seeds.count(200);
  }

  @Test
  void tellsAFaultThatLastsAndItsEnd() {
    var alarms = new DeviceAlarms(Map.of(), AT);
    assertEquals(List.of(), look(alarms, "PAPER_END", Mend.STAFF, 0));
    assertEquals(List.of(), look(alarms, "PAPER_END", Mend.STAFF, 14));
    assertEquals(List.of(RAISED), look(alarms, "PAPER_END", Mend.STAFF, 15));
    assertEquals(List.of(), look(alarms, "PAPER_END", Mend.STAFF, 600));
    assertEquals(List.of(), alarms.look(Map.of(), AT.plusSeconds(610)), "the app is down");
    assertEquals(List.of(), look(alarms, "", Mend.NOBODY, 620));
    assertEquals(List.of(CLEARED), look(alarms, "", Mend.NOBODY, 635));
  }

  @Test
  void anotherFaultAfterARestartEndsTheOneThatStood() {
    var alarms = new DeviceAlarms(Map.of("receipt", "PAPER_END", "gone", "NO_ANSWER"), AT);
    assertEquals(List.of(), look(alarms, "CUTTER", Mend.TECHNICIAN, 1));
    assertEquals(
        List.of(CLEARED, new RecordBody.FaultRaised("receipt", "CUTTER", Mend.TECHNICIAN)),
        look(alarms, "CUTTER", Mend.TECHNICIAN, 16));
  }

  @Test
  void tellsNothingOfAFaultThatPassesOrThatTheResidentMends() {
    var alarms = new DeviceAlarms(Map.of(), AT);
    assertEquals(List.of(), look(alarms, "PAPER_END", Mend.STAFF, 0));
    assertEquals(List.of(), look(alarms, "", Mend.NOBODY, 10));
    assertEquals(List.of(), look(alarms, "STARTING", Mend.RECOVERS, 20));
    assertEquals(List.of(), look(alarms, "STARTING", Mend.RECOVERS, 60));
    assertEquals(List.of(), look(alarms, "", Mend.NOBODY, 70));
    assertEquals(List.of(), look(alarms, "CARD_UNREADABLE", Mend.RESIDENT, 80));
    assertEquals(List.of(), look(alarms, "CARD_UNREADABLE", Mend.RESIDENT, 200));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDeviceThatFlapsAllDayTellsFewAndIsRightInTheEnd(long seed) {
    var random = new Random(seed);
    var alarms = new DeviceAlarms(Map.of(), AT);
    List<RecordBody> told = new ArrayList<>();
    int second = 0;
    boolean faulty = false;
    while (second < 86_400) {
      faulty = !faulty;
      int until = second + 1 + random.nextInt(90);
      for (; second < until; second++) {
        told.addAll(
            look(alarms, faulty ? "PAPER_END" : "", faulty ? Mend.STAFF : Mend.NOBODY, second));
      }
    }
    for (int i = 0; i < 3600; i++, second++) {
      told.addAll(
          look(alarms, faulty ? "PAPER_END" : "", faulty ? Mend.STAFF : Mend.NOBODY, second));
    }
    assertTrue(told.size() <= 4 + 50, told.size() + " records, seed " + seed);
    for (int i = 0; i < told.size(); i++) {
      assertEquals(i % 2 == 0 ? RAISED : CLEARED, told.get(i), "seed " + seed);
    }
    assertEquals(faulty ? RAISED : CLEARED, told.getLast(), "seed " + seed);
  }

  @Test
  void tellsEndsOfTheAppThatNobodyWanted() {
    var alarms = new AppAlarms(false, AT);
    alarms.is(AppState.STARTING);
    assertEquals(List.of(), alarms.ended(0, "", AT), "it was started anew");
    alarms.is(AppState.READY);
    assertEquals(
        List.of(new RecordBody.AppEnded(1, "a.B at c.d", 1)), alarms.ended(1, "a.B at c.d", AT));
    alarms.is(AppState.FROZEN);
    assertEquals(List.of(new RecordBody.AppEnded(137, "", 1)), alarms.ended(137, "", AT));
    alarms.is(AppState.STOPPED);
    assertEquals(List.of(), alarms.ended(143, "", AT), "the agent stops");
  }

  @Test
  void anAppThatAlwaysFailsTellsFewAndHowManyTheyStandFor() {
    var alarms = new AppAlarms(false, AT);
    alarms.is(AppState.STARTING);
    List<RecordBody> told = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      told.addAll(alarms.ended(3, "", AT.plusSeconds(i)));
    }
    assertEquals(AppAlarms.AT_ONCE, told.size());
    assertEquals(
        List.of(new RecordBody.AppEnded(3, "", 95)),
        alarms.ended(3, "", AT.plus(AppAlarms.THEN_ONE_EVERY)));
  }

  @Test
  void tellsACrashLoopOnceAndItsEnd() {
    var alarms = new AppAlarms(false, AT);
    assertEquals(List.of(new RecordBody.CrashLoop()), alarms.is(AppState.CRASH_LOOP));
    assertEquals(List.of(), alarms.is(AppState.STARTING));
    assertEquals(List.of(), alarms.is(AppState.CRASH_LOOP));
    assertEquals(List.of(new RecordBody.CrashLoopOver()), alarms.is(AppState.READY));
    assertEquals(List.of(), alarms.is(AppState.READY));
  }

  @Test
  void tellsALowDiskOnceUntilThereIsRoomAgain() {
    var alarm = new DiskAlarm(false);
    assertEquals(List.of(), alarm.look(new MetricValue.Absent()));
    assertEquals(List.of(new RecordBody.DiskLow(511)), alarm.look(MetricValue.of(511L)));
    assertEquals(List.of(), alarm.look(MetricValue.of(513L)));
    assertEquals(List.of(new RecordBody.DiskFreed(1024)), alarm.look(MetricValue.of(1024L)));
  }

  @Test
  void tellsTheCountsOfADayWhenItIsOver() {
    var counter = new DayCounter(HERE, null);
    assertEquals(List.of(), counter.look(counts(4, 3), at("2026-11-23T09:00:00")));
    assertEquals(List.of(), counter.look(counts(9, 8), at("2026-11-23T23:59:59")));
    var monday = new DayCounted(LocalDate.of(2026, 11, 23), 9, 8, 0, 0);
    assertEquals(List.of(monday), counter.look(counts(9, 8), at("2026-11-24T00:00:01")));
    assertTrue(counter.current().isEmpty(), "they are still those of Monday");
    assertEquals(List.of(), counter.look(counts(1, 0), at("2026-11-24T08:00:00")));
    assertEquals(1, counter.current().orElseThrow().sessions());
  }

  @Test
  void tellsTheCountsOfADayAtWhoseEndTheTerminalWasOff() {
    var friday = new DayCounted(LocalDate.of(2026, 11, 20), 9, 8, 0, 1);
    var counter = new DayCounter(HERE, friday);
    assertEquals(List.of(), counter.look(Map.of(), Instant.EPOCH), "a clock that knows no date");
    assertEquals(List.of(friday), counter.look(Map.of(), at("2026-11-23T08:00:00")));
    assertEquals(List.of(), counter.look(Map.of(), at("2026-11-23T08:00:01")));
  }

  private static List<RecordBody> look(DeviceAlarms alarms, String fault, Mend mend, int second) {
    DeviceState state = fault.isEmpty() ? DeviceState.READY : DeviceState.UNAVAILABLE;
    var report = new DeviceReport("receipt", "printer", "virtual", true, state, fault, mend, AT);
    return alarms.look(Map.of("receipt", report), AT.plus(Duration.ofSeconds(second)));
  }

  private static Map<NodeMetric, MetricValue> counts(int sessions, int done) {
    return Map.of(
        NodeMetric.APP_SESSIONS_TODAY, MetricValue.of(sessions),
        NodeMetric.BUSINESS_DONE_TODAY, MetricValue.of(done));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(HERE).toInstant();
  }
}
