package org.jiujin.console.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceChangeTest {
  private static final Instant EARLIER = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant NOW = EARLIER.plusSeconds(60);
  private static final DeviceView READY =
      new DeviceView("idcard", true, false, "ready", "", "", "", "", false, EARLIER);

  @Test
  void keepsWhatAReportLeavesOut() {
    var change =
        DeviceChange.reported(
            Optional.of(READY),
            "idcard",
            new Readings(Map.of("state", "unavailable", "fault", "NO_ANSWER")),
            NOW);
    assertTrue(change.news());
    assertEquals("NO_ANSWER", change.device().fault());
    assertEquals("", change.device().mend());
    assertEquals(NOW, change.device().since());
  }

  @Test
  void isNoNewsWhenADeviceSaysTheSameAgain() {
    var change =
        DeviceChange.reported(
            Optional.of(READY), "idcard", new Readings(Map.of("state", "ready")), NOW);
    assertFalse(change.news());
    assertEquals(EARLIER, change.device().since());
  }

  @Test
  void isNoNewsWhenADeviceGoesThatSaidWhyBefore() {
    var unavailable =
        DeviceChange.reported(
                Optional.of(READY),
                "idcard",
                new Readings(
                    Map.of("state", "unavailable", "fault", "NOT_CONNECTED", "mend", "staff")),
                NOW)
            .device();
    var gone = DeviceChange.gone(unavailable, NOW.plusSeconds(1));
    assertFalse(gone.news());
    assertFalse(gone.device().online());
    assertEquals("NOT_CONNECTED", gone.device().fault());
    assertEquals(NOW, gone.device().since());
  }

  @Test
  void followsTheSuppliesAndForgetsAForecastThatIsTakenBack() {
    var born =
        DeviceChange.reported(
            Optional.of(READY),
            "idcard",
            new Readings(
                Map.of(
                    "supply/paper_pct", 80L,
                    "supply/paper_days_left", 20L,
                    "supply/paper_estimated", true),
                Set.of("supply/marker", "supply/marker_pct")),
            NOW);
    assertFalse(born.news());
    assertEquals(List.of(new SupplyView("paper", "", 80, true, 20)), born.device().supplies());
    var less =
        DeviceChange.reported(
            Optional.of(born.device()),
            "idcard",
            new Readings(Map.of("supply/paper_pct", 77L), Set.of("supply/paper_days_left")),
            NOW);
    assertEquals(List.of(new SupplyView("paper", "", 77, true, null)), less.device().supplies());
    assertEquals(
        less.device().supplies(), DeviceChange.gone(less.device(), NOW).device().supplies());
    var other =
        DeviceChange.reported(
            Optional.of(less.device()),
            "idcard",
            new Readings(
                Map.of("supply/marker", "toner", "supply/marker_name", "Black"),
                Set.of("supply/paper_estimated", "supply/paper_pct", "supply/marker_pct")),
            NOW);
    assertEquals(
        List.of(new SupplyView("toner", "Black", null, false, null)), other.device().supplies());
  }

  @Test
  void isNewsWhenADeviceGoesWithoutAWord() {
    var gone = DeviceChange.gone(READY, NOW);
    assertTrue(gone.news());
    assertEquals("unavailable", gone.device().state());
  }
}
