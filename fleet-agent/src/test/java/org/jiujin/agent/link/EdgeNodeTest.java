package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.DeviceState;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the node against the assertions of the Sparkplug 3.0 conformance kit, named in the comments as `tck-id-…`.
class EdgeNodeTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final DeviceReport READER = Devices.ready("idcard");
  private static final DeviceReport PRINTER = Devices.ready("receipt");

  private final EdgeNode node = new EdgeNode("GS-621121", "T621121001");

  static LongStream seeds() {
    return Seeds.count(500);
  }

  @Test // payloads-ndeath-will-message, payloads-ndeath-seq, payloads-ndeath-bdseq
  void theWillHasBdSeqOnlyAndNoSeq() {
    OutMessage will = node.will(7, AT);
    assertEquals("spBv1.0/GS-621121/NDEATH/T621121001", will.topic().format());
    assertFalse(will.payload().hasSeq());
    assertEquals(1, will.payload().metrics().size());
    Metric only = will.payload().metrics().getFirst();
    assertEquals(Names.BD_SEQ, only.name());
    assertEquals(DataType.INT64, only.type());
    assertEquals(MetricValue.of(7L), only.value());
  }

  @Test // topics-nbirth-seq-num, topics-nbirth-bdseq-matching, topics-nbirth-timestamp
  void theBirthBeginsAtZeroAndMatchesTheWill() {
    OutMessage will = node.will(255, AT);
    OutMessage birth = node.births(picture(), AT).getFirst();
    assertEquals(MessageType.NBIRTH, birth.topic().type());
    assertEquals(0, birth.payload().seq());
    assertEquals(AT, birth.payload().timestamp());
    assertEquals(will.payload().valueOf(Names.BD_SEQ), birth.payload().valueOf(Names.BD_SEQ));
  }

  @Test // operational-behavior-data-commands-rebirth-name, …-rebirth-value, …-rebirth-name-aliases
  void rebirthIsFalseAndNeverAliased() {
    Metric rebirth =
        node.births(picture(), AT).getFirst().payload().metrics().stream()
            .filter(metric -> metric.isNamed(Names.REBIRTH))
            .findFirst()
            .orElseThrow();
    assertEquals(MetricValue.of(false), rebirth.value());
    assertEquals(DataType.BOOLEAN, rebirth.type());
    assertNull(rebirth.alias());
  }

  @Test // topics-nbirth-metrics, payloads-name-birth-data-requirement, topics-nbirth-metric-reqs
  void theBirthNamesEveryMetricThatMayEverCome() {
    Payload birth = node.births(new Snapshot(Map.of(), Map.of()), AT).getFirst().payload();
    for (NodeMetric metric : NodeMetric.values()) {
      assertTrue(birth.valueOf(metric.wireName()).isPresent(), metric.wireName());
    }
    for (Metric metric : birth.metrics()) {
      assertNotNull(metric.timestamp(), metric.name());
      assertNotNull(metric.type(), metric.name());
    }
  }

  @Test // payloads-alias-uniqueness
  void noAliasIsUsedTwiceOnTheNode() {
    List<Long> aliases =
        node.births(picture(READER, PRINTER), AT).stream()
            .flatMap(message -> message.payload().metrics().stream())
            .map(Metric::alias)
            .filter(Objects::nonNull)
            .toList();
    assertEquals(aliases.size(), new HashSet<>(aliases).size());
  }

  @Test // topics-dbirth-seq, payloads-dbirth-order, topics-ndata-seq-num
  void seqIsSharedByNodeAndDevices() {
    List<OutMessage> out = new ArrayList<>(node.births(picture(READER, PRINTER), AT));
    out.addAll(node.changes(picture(Devices.degraded("receipt", "PAPER_NEAR_END")), AT));
    assertEquals(List.of("NBIRTH", "DBIRTH", "DBIRTH", "DDEATH", "DDATA"), types(out));
    assertEquals(List.of(0, 1, 2, 3, 4), seqs(out));
  }

  @Test
  void aDeviceWithSuppliesTellsOfThoseThatEndFirstAndOneWithoutDoesNot() {
    var black = new SupplyReport(SupplyKind.TONER, "Black", 40, false, 9);
    var cyan = new SupplyReport(SupplyKind.TONER, "Cyan", 60, false, 4);
    var paper = new SupplyReport(SupplyKind.PAPER, "", 80, true, null);
    var supplied = PRINTER.with(List.of(black, cyan, paper));
    Payload birth = node.births(picture(supplied, READER), AT).getLast().payload();
    assertEquals(Optional.of(MetricValue.of(4)), birth.valueOf("supply/marker_days_left"));
    assertEquals(Optional.of(MetricValue.of("Cyan")), birth.valueOf("supply/marker_name"));
    assertEquals(Optional.of(MetricValue.of(80)), birth.valueOf("supply/paper_pct"));
    assertEquals(Optional.of(new MetricValue.Absent()), birth.valueOf("supply/paper_days_left"));
    assertEquals(
        Optional.empty(),
        node.births(picture(READER), AT).getLast().payload().valueOf("supply/paper_pct"));
  }

  @Test // topics-dbirth-metrics: every metric that it may report stands in its birth
  void aDeviceThatTellsOfSuppliesLaterIsBornAgain() {
    node.births(picture(PRINTER), AT);
    var supplied = PRINTER.with(List.of(new SupplyReport(SupplyKind.PAPER, "", 80, true, null)));
    assertEquals(List.of("DBIRTH"), types(node.changes(picture(supplied), AT)));
    var less = PRINTER.with(List.of(new SupplyReport(SupplyKind.PAPER, "", 77, true, 20)));
    List<OutMessage> data = node.changes(picture(less), AT);
    assertEquals(List.of("DDATA"), types(data));
    assertEquals(2, data.getFirst().payload().metrics().size());
  }

  @Test
  void seqGoesOnWithZeroAfter255() {
    List<OutMessage> out = new ArrayList<>(node.births(picture(), AT));
    for (int i = 0; i < 300; i++) {
      out.addAll(node.changes(restarts(i + 1), AT.plusSeconds(i)));
    }
    assertEquals(301, out.size());
    for (int i = 0; i < out.size(); i++) {
      assertEquals(i % 256, out.get(i).payload().seq());
    }
  }

  @Test // payloads-alias-data-cmd-requirement; no datatype in DATA
  void dataGoesByAliasOnlyWithATimestampOfItsOwn() {
    node.births(picture(READER), AT);
    Instant later = AT.plusSeconds(1);
    List<OutMessage> out =
        node.changes(
            new Snapshot(
                Map.of(NodeMetric.APP_RESTARTS, MetricValue.of(1)),
                Map.of("idcard", Devices.degraded("idcard", "CARD_UNKNOWN"))),
            later);
    assertEquals(List.of("NDATA", "DDATA"), types(out));
    for (OutMessage message : out) {
      for (Metric metric : message.payload().metrics()) {
        assertNull(metric.name());
        assertNotNull(metric.alias());
        assertNull(metric.type());
        assertEquals(later, metric.timestamp());
      }
    }
  }

  @Test
  void saysNothingWhenNothingChanged() {
    node.births(picture(READER), AT);
    assertEquals(List.of(), node.changes(picture(READER), AT.plusSeconds(299)));
  }

  @Test
  void reportsEverythingEveryFiveMinutes() {
    node.births(picture(READER), AT);
    List<OutMessage> out = node.changes(picture(READER), AT.plusSeconds(300));
    assertEquals(List.of("NDATA"), types(out));
    long states = Arrays.stream(NodeMetric.values()).filter(metric -> !metric.isMessage()).count();
    assertEquals(states, out.getFirst().payload().metrics().size());
    assertEquals(List.of(), node.changes(picture(READER), AT.plusSeconds(301)));
  }

  @Test
  void reportsEverythingWhenTheClockWasSetBackAndGoesOnFromThere() {
    node.births(picture(READER), AT);
    Instant back = AT.minusSeconds(86_400);
    assertEquals(List.of("NDATA"), types(node.changes(picture(READER), back)));
    assertEquals(List.of(), node.changes(picture(READER), back.plusSeconds(299)));
    assertEquals(List.of("NDATA"), types(node.changes(picture(READER), back.plusSeconds(300))));
  }

  @Test
  void smallMovesOfFiguresAreNotWorthAMessageUntilTheyAddUp() {
    node.births(cpu(0.10), AT);
    assertEquals(List.of(), node.changes(cpu(0.15), AT.plusSeconds(10)));
    assertEquals(List.of(), node.changes(cpu(0.19), AT.plusSeconds(20)));
    assertEquals(List.of("NDATA"), types(node.changes(cpu(0.21), AT.plusSeconds(30))));
    assertEquals(List.of(), node.changes(cpu(0.15), AT.plusSeconds(40)));
  }

  @Test // topics-ddeath-seq-num, operational-behavior-device-ddeath
  void aDeviceThatGoesAwaySaysWhyAndDies() {
    node.births(picture(READER), AT);
    List<OutMessage> out = node.changes(picture(Devices.pulled("idcard")), AT.plusSeconds(1));
    assertEquals(List.of("DDATA", "DDEATH"), types(out));
    assertTrue(
        out.getFirst().payload().metrics().stream()
            .anyMatch(metric -> metric.value().equals(MetricValue.of("NOT_CONNECTED"))));
    assertEquals(List.of(), out.getLast().payload().metrics());
    assertEquals(List.of(), node.changes(picture(Devices.pulled("idcard")), AT.plusSeconds(2)));
    assertEquals(List.of("DBIRTH"), types(node.changes(picture(READER), AT.plusSeconds(3))));
  }

  @Test
  void aPrinterWithoutPaperStaysAlive() {
    node.births(picture(PRINTER), AT);
    List<OutMessage> out =
        node.changes(
            picture(Devices.of("receipt", DeviceState.UNAVAILABLE, "PAPER_END", Mend.STAFF)),
            AT.plusSeconds(1));
    assertEquals(List.of("DDATA"), types(out));
  }

  @Test
  void theHostLearnsOfADeviceThatWasNeverThere() {
    assertEquals(
        List.of("NBIRTH", "DBIRTH", "DDEATH"),
        types(node.births(picture(Devices.pulled("idcard")), AT)));
  }

  @Test
  void devicesDieWithTheAppAndAreBornAgainWithIt() {
    node.births(picture(READER, PRINTER), AT);
    assertEquals(List.of("DDEATH", "DDEATH"), types(node.changes(picture(), AT.plusSeconds(1))));
    assertEquals(
        List.of("DBIRTH", "DBIRTH"),
        types(node.changes(picture(READER, PRINTER), AT.plusSeconds(2))));
  }

  @Test // payloads-alias-uniqueness, as Eclipse Tahu's host takes it
  void aDeviceThatIsBornAgainGetsNewAliases() {
    Set<Long> seen = new HashSet<>();
    List<OutMessage> out = new ArrayList<>(node.births(picture(READER), AT));
    for (int i = 0; i < 3; i++) {
      out.addAll(node.changes(picture(), AT.plusSeconds(i)));
      out.addAll(node.changes(picture(READER), AT.plusSeconds(i)));
    }
    for (OutMessage message : out) {
      for (Metric metric : message.payload().metrics()) {
        assertTrue(metric.alias() == null || seen.add(metric.alias()), "twice: " + metric);
      }
    }
  }

  @Test
  void aDeviceThatFlapsForDaysDoesNotUseUpTheNumbers() {
    node.births(picture(READER), AT);
    boolean bornAgain = false;
    for (int i = 0; i < 3000; i++) {
      List<OutMessage> out = new ArrayList<>(node.changes(picture(), AT));
      out.addAll(node.changes(picture(READER), AT));
      bornAgain |= types(out).contains("NBIRTH");
      for (OutMessage message : out) {
        for (Metric metric : message.payload().metrics()) {
          assertTrue(metric.alias() == null || metric.alias() < 10_100, "at " + metric.alias());
        }
      }
    }
    assertTrue(bornAgain);
  }

  @Test // operational-behavior-data-commands-rebirth-action-1, …-action-2, …-action-3
  void aRebirthKeepsBdSeqAndAliasesAndBeginsAtZero() {
    OutMessage will = node.will(9, AT);
    List<OutMessage> first = node.births(picture(READER), AT);
    node.changes(restarts(1), AT.plusSeconds(1));
    List<OutMessage> second = node.births(picture(READER), AT.plusSeconds(2));
    assertEquals(List.of("NBIRTH", "DBIRTH"), types(second));
    assertEquals(List.of(0, 1), seqs(second));
    assertEquals(
        will.payload().valueOf(Names.BD_SEQ), second.getFirst().payload().valueOf(Names.BD_SEQ));
    assertEquals(aliases(first), aliases(second));
  }

  @Test
  void onlyTrueAsksForARebirth() {
    assertTrue(EdgeNode.asksForRebirth(command(MetricValue.of(true))));
    assertFalse(EdgeNode.asksForRebirth(command(MetricValue.of(false))));
    assertFalse(EdgeNode.asksForRebirth(command(MetricValue.of("true"))));
    assertFalse(EdgeNode.asksForRebirth(new Payload(AT, List.of(), Payload.NO_SEQ)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noHistoryBreaksTheProtocol(long seed) {
    var random = new Random(seed);
    var host = new HostModel(seed);
    Instant now = AT;
    host.take(node.births(random(random), now));
    for (int i = 0; i < 100; i++) {
      now = now.plusMillis(random.nextInt(20_000));
      host.take(
          random.nextInt(25) == 0
              ? node.births(random(random), now)
              : node.changes(random(random), now));
    }
  }

  /// What a strict host checks: seq without a gap, data only for what is alive, only known aliases.
  private static final class HostModel {
    private final long seed;
    private final Set<String> alive = new HashSet<>();
    private final Set<Long> known = new HashSet<>();
    private int expected;

    HostModel(long seed) {
      this.seed = seed;
    }

    void take(List<OutMessage> messages) {
      messages.forEach(this::take);
    }

    private void take(OutMessage message) {
      MessageType type = message.topic().type();
      if (type == MessageType.NBIRTH) {
        alive.clear();
        known.clear();
        expected = 0;
      }
      assertEquals(expected, message.payload().seq(), "seq, seed " + seed);
      expected = (expected + 1) % 256;
      String device = String.valueOf(message.topic().device());
      switch (type) {
        case DBIRTH -> assertTrue(alive.add(device), "born twice, seed " + seed);
        case DDEATH -> assertTrue(alive.remove(device), "died twice, seed " + seed);
        case DDATA -> assertTrue(alive.contains(device), "data of the dead, seed " + seed);
        default -> assertTrue(type == MessageType.NBIRTH || type == MessageType.NDATA);
      }
      for (Metric metric : message.payload().metrics()) {
        if (type.isBirth() && metric.alias() != null) {
          assertTrue(known.add(metric.alias()) || type == MessageType.DBIRTH);
        } else if (type.isData()) {
          assertTrue(known.contains(metric.alias()), "alias not born, seed " + seed);
        }
      }
    }
  }

  private static Snapshot random(Random random) {
    List<DeviceReport> devices = new ArrayList<>();
    for (String id : List.of("idcard", "receipt", "camera")) {
      switch (random.nextInt(4)) {
        case 0 -> devices.add(Devices.ready(id));
        case 1 -> devices.add(Devices.degraded(id, "PAPER_NEAR_END"));
        case 2 -> devices.add(Devices.pulled(id));
        default -> {
          // not reported
        }
      }
    }
    Snapshot picture = picture(devices.toArray(DeviceReport[]::new));
    return new Snapshot(
        Map.of(
            NodeMetric.APP_RESTARTS, MetricValue.of(random.nextInt(3)),
            NodeMetric.SYS_CPU_LOAD, MetricValue.of(random.nextDouble())),
        picture.devices());
  }

  private static Snapshot picture(DeviceReport... devices) {
    var byId = new HashMap<String, DeviceReport>();
    for (DeviceReport device : devices) {
      byId.put(device.id(), device);
    }
    return new Snapshot(Map.of(), byId);
  }

  private static Snapshot restarts(int count) {
    return new Snapshot(Map.of(NodeMetric.APP_RESTARTS, MetricValue.of(count)), Map.of());
  }

  private static Snapshot cpu(double load) {
    return new Snapshot(Map.of(NodeMetric.SYS_CPU_LOAD, MetricValue.of(load)), Map.of());
  }

  private static Payload command(MetricValue value) {
    return new Payload(AT, List.of(Metric.named(Names.REBIRTH, AT, value)), Payload.NO_SEQ);
  }

  private static List<String> types(List<OutMessage> messages) {
    return messages.stream().map(message -> message.topic().type().name()).toList();
  }

  private static List<Integer> seqs(List<OutMessage> messages) {
    return messages.stream().map(message -> message.payload().seq()).toList();
  }

  private static List<String> aliases(List<OutMessage> messages) {
    return messages.stream()
        .flatMap(message -> message.payload().metrics().stream())
        .map(metric -> metric.name() + "=" + metric.alias())
        .toList();
  }
}
