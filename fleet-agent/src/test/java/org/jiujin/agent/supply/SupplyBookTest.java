package org.jiujin.agent.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.jiujin.fleet.record.RecordBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupplyBookTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

  private SupplyBook book = new SupplyBook(CHINA, List.of());
  private Instant now = MORNING;
  private final List<RecordBody> told = new ArrayList<>();

  @Test
  void announcesAnEndOnceAndThatThereIsEnoughAgainAfterTheFilling() {
    for (int level = 100; level > 0; level -= 10) {
      day(level);
    }
    assertEquals(List.of(new RecordBody.SupplyLow("receipt", "paper", "", 2)), told);
    day(100);
    assertEquals(
        new RecordBody.SupplyEnough("receipt", "paper", ""), told.getLast(), told.toString());
    assertEquals(2, told.size());
    assertEquals(Integer.valueOf(10), shown().daysLeft());
  }

  @Test
  void goesOnAfterARestartAndAnnouncesNothingTwice() {
    for (int level = 100; level > 20; level -= 10) {
      day(level);
    }
    day(20);
    assertEquals(1, told.size());
    book = new SupplyBook(CHINA, book.bodies());
    day(20);
    assertEquals(1, told.size());
    assertEquals(Integer.valueOf(2), shown().daysLeft());
  }

  @Test
  void believesNoLevelThatStandsForAMomentOnly() {
    for (int level = 100; level > 60; level -= 4) {
      day(level);
      for (int glimpse = 0; glimpse < 5; glimpse++) {
        look(0);
        pass(Duration.ofSeconds(40));
        look(level);
        pass(Duration.ofSeconds(40));
      }
      day(level);
    }
    assertEquals(List.of(), told);
    assertTrue(Objects.requireNonNull(shown().daysLeft()) > 5, shown().toString());
  }

  @Test
  void tellsALevelAgainOnlyWhenItMoved() {
    int messages = 0;
    Integer before = null;
    for (int level = 100; level > 50; level--) {
      for (int tremble = -1; tremble <= 1; tremble++) {
        look(Math.min(100, level + tremble));
        Integer percent = shown().percent();
        messages += Objects.equals(before, percent) ? 0 : 1;
        before = percent;
        pass(Duration.ofSeconds(1));
      }
    }
    assertTrue(messages <= 18, messages + " for 50 points");
  }

  @Test
  void saysUnknownOfALevelThatNobodyKnows() {
    look(null);
    assertEquals(null, shown().percent());
    assertEquals(null, shown().daysLeft());
  }

  @Test
  void leavesAPictureAloneWhoseSuppliesAreOthersThanThoseItSaw() {
    look(50);
    var other = device(List.of(new SupplyReport(SupplyKind.TONER, "Black Toner", 5, false, null)));
    var picture = new Snapshot(Map.of(), Map.of("receipt", other));
    assertEquals(picture, book.onto(picture));
  }

  @Test
  void passesOverWhatItDidNotKeep() {
    book =
        new SupplyBook(
            CHINA,
            List.of(
                new RecordBody.AgentStopped(),
                new RecordBody.Other("supply-use", Map.of("device", "receipt")),
                new RecordBody.Other("supply-use", Map.of("use", "2026-99-99 5 1 1"))));
    assertEquals(List.of(), book.bodies());
  }

  @Test
  void makesRoomForANewPrinterAndNeverKeepsTooMany() {
    for (int name = 0; name < 500; name++) {
      var toner = new SupplyReport(SupplyKind.TONER, "toner " + name, 50, false, null);
      for (int twice = 0; twice < 2; twice++) {
        book.look(Map.of("receipt", device(List.of(toner))), now);
        pass(SupplyTrack.STANDS);
      }
    }
    assertTrue(book.bodies().size() <= 64);
    assertTrue(book.bodies().toString().contains("toner 499"), "the last is followed");
  }

  /// The level as it stands in the morning of a day, and goes on until the next.
  private void day(int level) {
    look(level);
    pass(SupplyTrack.STANDS);
    look(level);
    pass(Duration.ofHours(24));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private void look(@Nullable Integer level) {
    told.addAll(book.look(Map.of("receipt", paper(level)), now));
    last = paper(level);
  }

  private DeviceReport last = paper(null);

  private SupplyReport shown() {
    var devices = book.onto(new Snapshot(Map.of(), Map.of("receipt", last))).devices();
    return Objects.requireNonNull(devices.get("receipt")).supplies().getFirst();
  }

  private static DeviceReport paper(@Nullable Integer level) {
    return device(List.of(new SupplyReport(SupplyKind.PAPER, "", level, true, null)));
  }

  private static DeviceReport device(List<SupplyReport> supplies) {
    return new DeviceReport(
        "receipt",
        "receipt-printer",
        "virtual",
        true,
        DeviceState.READY,
        "",
        Mend.NOBODY,
        MORNING,
        supplies);
  }
}
