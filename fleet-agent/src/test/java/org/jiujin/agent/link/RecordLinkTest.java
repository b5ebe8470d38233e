package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records and take-overs on a real broker.
class RecordLinkTest {
  private static final Topic COMMAND = Topic.ofNode("GS-621121", MessageType.NCMD, "T621121001");
  private static final TakeOvers.Timing QUICK =
      new TakeOvers.Timing(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofHours(1), 3);

  @TempDir Path folder;
  private final Map<NodeMetric, MetricValue> figures = new ConcurrentHashMap<>();
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
  }

  @AfterEach
  void stopBroker() throws Exception {
    broker.stop();
  }

  @Test
  void sendsRecordsAsLateValuesUntilTheHostSaysThatItHasThem() throws Exception {
    var outbox = new TestOutbox();
    outbox.add(new RecordBody.CrashLoop());
    outbox.add(new RecordBody.CrashLoopOver());
    List<TerminalRecord> both = outbox.waiting();
    try (TestHost host = TestHost.connect(broker.uri());
        FleetLink link = link("a", outbox)) {
      link.start();
      host.await("records", heard -> batches(heard) == 1);
      assertEquals(both, records(last(host)));
      assertEquals(List.of("NBIRTH", "NDATA"), host.types(), "they come after the births");
      assertEquals(1, last(host).payload().seq(), "they count like everything else");

      host.command(COMMAND, rebirth());
      host.await("the same again, after a rebirth", heard -> batches(heard) == 2);
      assertEquals(both, records(last(host)));

      host.command(
          COMMAND, acknowledge(Metric.named("outbox/ack", Instant.EPOCH, upTo(both.get(0)))));
      outbox.add(new RecordBody.AgentStopped());
      host.command(
          COMMAND, acknowledge(Metric.data(alias(host), Instant.EPOCH, upTo(both.get(1)))));
      host.await("the next batch", heard -> batches(heard) == 3);
      assertEquals(new RecordBody.AgentStopped(), records(last(host)).getFirst().body());
      assertEquals(1, outbox.waiting().size(), "the others are gone");
    }
  }

  @Test
  void tellsOfAnotherAgentWithTheSameIdentityAndLeavesItTheSessionForLongerEachTime()
      throws Exception {
    var mine = new TestOutbox();
    var theirs = new TestOutbox();
    try (TestHost host = TestHost.connect(broker.uri());
        FleetLink one = link("mine", mine)) {
      one.start();
      host.await("a birth", heard -> !heard.isEmpty());
      try (FleetLink other = link("theirs", theirs)) {
        other.start();
        until(() -> !told(mine).isEmpty() && !told(theirs).isEmpty());
        assertEquals(List.of(new RecordBody.CloneSuspected(3)), told(mine).subList(0, 1));
      }
      List<String> boots =
          host.heard().stream()
              .filter(heard -> heard.type().equals("NBIRTH"))
              .map(heard -> heard.payload().valueOf("sys/boot_id").orElseThrow().toString())
              .toList();
      assertTrue(boots.stream().distinct().count() == 2 && boots.size() >= 6, boots::toString);
      assertTrue(
          figures.get(NodeMetric.NET_TAKE_OVERS) instanceof MetricValue.Int32(var n) && n >= 3);
    }
  }

  @Test
  void aBrokerThatGoesAwayIsNoTakeOver() throws Exception {
    var outbox = new TestOutbox();
    try (FleetLink link = link("a", outbox)) {
      link.start();
      for (int i = 1; i <= 3; i++) {
        int times = i;
        until(() -> MetricValue.of(times).equals(figures.get(NodeMetric.NET_CONNECTS)));
        broker.stop();
        broker = TestBroker.start(folder.resolve("again" + i), broker.port());
      }
    }
    assertNull(figures.get(NodeMetric.NET_TAKE_OVERS));
    assertEquals(List.of(), told(outbox));
  }

  private FleetLink link(String name, TestOutbox outbox) throws Exception {
    Path data = Files.createDirectories(folder.resolve(name));
    var settings =
        new LinkSettings(
            "GS-621121",
            "T621121001",
            broker.uri(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            data);
    Map<NodeMetric, MetricValue> node = new EnumMap<>(NodeMetric.class);
    node.put(NodeMetric.SYS_BOOT_ID, MetricValue.of(name));
    return new FleetLink(
        settings,
        () -> new Snapshot(node, Map.of()),
        figures::putAll,
        outbox,
        InstantSource.system(),
        new Random(name.hashCode()),
        QUICK);
  }

  private static List<RecordBody> told(TestOutbox outbox) {
    return outbox.waiting().stream().map(TerminalRecord::body).toList();
  }

  private static long batches(List<TestHost.Heard> heard) {
    return heard.stream().filter(one -> one.type().equals("NDATA") && historical(one)).count();
  }

  private static boolean historical(TestHost.Heard one) {
    return one.payload().metrics().stream().allMatch(Metric::historical);
  }

  private static TestHost.Heard last(TestHost host) {
    return host.heard().stream().filter(one -> one.type().equals("NDATA")).toList().getLast();
  }

  private static List<TerminalRecord> records(TestHost.Heard heard) {
    return heard.payload().metrics().stream().map(RecordLinkTest::recordOf).toList();
  }

  private static TerminalRecord recordOf(Metric metric) {
    assertNull(metric.name(), "by alias only");
    assertNull(metric.type(), "no datatype in DATA");
    assertEquals(TestOutbox.AT, metric.timestamp(), "the time at which it happened");
    var value = assertInstanceOf(MetricValue.Binary.class, metric.value());
    try {
      return RecordCodec.decode(value.value().toByteArray());
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }

  private static long alias(TestHost host) {
    return host.heard().getFirst().payload().metrics().stream()
        .filter(metric -> metric.isNamed("outbox/ack"))
        .map(Metric::alias)
        .findFirst()
        .orElseThrow();
  }

  private static MetricValue upTo(TerminalRecord one) {
    return MetricValue.of(one.seq());
  }

  private static byte[] acknowledge(Metric metric) {
    return PayloadCodec.encode(new Payload(null, List.of(metric), Payload.NO_SEQ));
  }

  private static byte[] rebirth() {
    return acknowledge(Metric.named(Names.REBIRTH, Instant.EPOCH, MetricValue.of(true)));
  }

  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "never came");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
