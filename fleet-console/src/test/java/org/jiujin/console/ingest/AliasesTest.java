package org.jiujin.console.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiujin.console.terminal.Readings;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.usage.StepUse;
import org.junit.jupiter.api.Test;

class AliasesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private final Aliases aliases = new Aliases();

  @Test
  void givesAnAliasTheNameOfItsBirth() {
    aliases.define(
        "", List.of(Metric.birth("app/state", 3, NOW, DataType.STRING, MetricValue.of("ready"))));
    assertEquals(
        Optional.of(new Readings(Map.of("app/state", "frozen"))),
        aliases.read("", List.of(Metric.data(3, NOW, MetricValue.of("frozen")))));
  }

  @Test
  void refusesAnAliasThatNobodyDefined() {
    assertEquals(
        Optional.empty(), aliases.read("", List.of(Metric.data(3, NOW, MetricValue.of(1)))));
  }

  @Test
  void refusesTheAliasOfAnotherDevice() {
    aliases.define(
        "idcard", List.of(Metric.birth("state", 5, NOW, DataType.STRING, MetricValue.of("ready"))));
    assertEquals(
        Optional.empty(),
        aliases.read("receipt", List.of(Metric.data(5, NOW, MetricValue.of("ready")))));
  }

  @Test
  void readsAnUnsignedNumberAsItWasMeant() {
    Readings readings =
        aliases.define("", List.of(Metric.birth("n", 1, NOW, DataType.UINT32, MetricValue.of(-1))));
    assertEquals(Map.of("n", 4_294_967_295L), readings.values());
  }

  @Test
  void readsATableAsRowsByColumn() {
    var table = StepUse.table(List.of(new StepUse("form", 3, 60, 120, 1)));
    Readings readings =
        aliases.define("", List.of(Metric.birth("t", 1, NOW, DataType.DATA_SET, table)));
    assertEquals(
        Map.of(
            "t",
            List.of(
                Map.of("step", "form", "visits", 3L, "median_s", 60L, "slow_s", 120L, "left", 1L))),
        readings.values());
  }

  @Test
  void leavesOutWhatCannotBeShown() {
    Readings readings =
        aliases.define(
            "",
            List.of(
                Metric.birth("nan", 1, NOW, DataType.DOUBLE, MetricValue.of(Double.NaN)),
                Metric.birth("bad\u0000name", 2, NOW, DataType.INT32, MetricValue.of(1)),
                Metric.birth("absent", 3, NOW, DataType.INT32, new MetricValue.Absent()),
                Metric.birth("text", 4, NOW, DataType.STRING, MetricValue.of("a\u0000b")),
                new Metric("late", 5L, NOW, DataType.INT32, true, MetricValue.of(1))));
    assertEquals(Map.of("text", "a b"), readings.values());
  }

  @Test
  void cutsATextThatIsTooLong() {
    Readings readings =
        aliases.define(
            "",
            List.of(Metric.birth("t", 1, NOW, DataType.STRING, MetricValue.of("长".repeat(9000)))));
    assertTrue(String.valueOf(readings.values().get("t")).length() == Aliases.MAX_TEXT);
  }
}
