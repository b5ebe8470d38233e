package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.HostState;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The link with a Primary Host, which terminals do not have, against real brokers.
class PrimaryHostTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String HOST = "console-1";

  @TempDir Path folder;
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
  }

  @AfterEach
  void stopBroker() throws Exception {
    broker.stop();
  }

  @Test // message-flow-edge-node-birth-publish-phid-wait, …-wait-id, …-wait-online, …-offline,
  // operational-behavior-edge-node-termination-host-offline, …-timestamp, …-reconnect
  void isBornWithItsHostDiesWithItAndIsBornAgain() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri());
        FleetLink link = link(List.of(broker.uri()))) {
      host.say("another-host", new HostState(true, AT));
      host.say(HOST, new HostState(false, AT));
      link.start();
      // What the link does next comes after these in time; that nothing was born before shows at
      // the end.
      host.command(rebirthTopic(), rebirth());
      host.say(HOST, new HostState(true, AT.minusSeconds(1)));
      host.say(HOST, new HostState(true, AT.plusSeconds(1)));
      host.awaitTypes(List.of("NBIRTH", "DBIRTH"));

      host.say(HOST, new HostState(false, AT)); // older than the birth: must not count
      host.command(rebirthTopic(), rebirth());
      host.awaitTypes(List.of("NBIRTH", "DBIRTH", "NBIRTH", "DBIRTH"));
      host.say(HOST, new HostState(false, AT.plusSeconds(1)));
      host.await("a death", _ -> host.types().contains("NDEATH"));
      assertEquals(
          List.of("NBIRTH", "DBIRTH", "NBIRTH", "DBIRTH", "NDEATH"), host.types().subList(0, 5));
      host.say(HOST, new HostState(true, AT.plusSeconds(2)));
      host.await("a new birth", _ -> host.types().lastIndexOf("NBIRTH") > 4);

      List<MetricValue> numbers =
          host.heard().stream()
              .filter(one -> one.type().equals("NBIRTH"))
              .map(one -> one.payload().valueOf(Names.BD_SEQ).orElseThrow())
              .toList();
      assertEquals(List.of(MetricValue.of(0L), MetricValue.of(0L), MetricValue.of(1L)), numbers);
    }
  }

  @Test // operational-behavior-primary-application-state-with-multiple-servers-walk, …-state-subs,
  // …-single-server, operational-behavior-edge-node-birth-sequence-wait
  void movesToTheBrokerWhereItsHostIs() throws Exception {
    TestBroker second = TestBroker.start(folder.resolve("second"));
    try (TestHost one = TestHost.connect(broker.uri());
        TestHost two = TestHost.connect(second.uri())) {
      one.say(HOST, new HostState(true, AT));
      two.say(HOST, new HostState(true, AT));
      try (FleetLink link = link(List.of(broker.uri(), second.uri()))) {
        link.start();
        one.awaitTypes(List.of("NBIRTH", "DBIRTH"));
        assertEquals(List.of(), two.types(), "at one broker only");

        long left = System.nanoTime();
        one.say(HOST, new HostState(false, AT.plusSeconds(1)));
        two.awaitTypes(List.of("NBIRTH", "DBIRTH"));
        Duration took = Duration.ofNanos(System.nanoTime() - left);
        assertTrue(one.types().contains("NDEATH"), one.types()::toString);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "moved after " + took);

        one.say(HOST, new HostState(true, AT.plusSeconds(2)));
        two.say(HOST, new HostState(false, AT.plusSeconds(2)));
        one.await("the next birth", _ -> one.types().lastIndexOf("NBIRTH") > 0);
      }
    } finally {
      second.stop();
    }
  }

  @Test
  void looksAtEveryBrokerUntilOneHasTheHost() throws Exception {
    TestBroker second = TestBroker.start(folder.resolve("second"));
    try (TestHost one = TestHost.connect(broker.uri());
        TestHost two = TestHost.connect(second.uri())) {
      one.say(HOST, new HostState(false, AT));
      two.say(HOST, new HostState(true, AT));
      String nobody = "tcp://127.0.0.1:" + TestBroker.freePort();
      try (FleetLink link = link(List.of(nobody, broker.uri(), second.uri()))) {
        link.start();
        two.awaitTypes(List.of("NBIRTH", "DBIRTH"));
      }
      assertEquals(
          List.of(),
          one.types().stream().filter(type -> !type.equals("NDEATH")).toList(),
          "nothing is published where the host is not");
    } finally {
      second.stop();
    }
  }

  private FleetLink link(List<String> brokers) {
    var settings =
        new LinkSettings(
            "GS-621121",
            "T621121001",
            brokers,
            null,
            HOST,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            folder);
    var picture = new Snapshot(Map.of(), Map.of("idcard", Devices.ready("idcard")));
    return new FleetLink(settings, () -> picture, _ -> {}, InstantSource.system(), new Random(1));
  }

  private static Topic rebirthTopic() {
    return Topic.ofNode("GS-621121", MessageType.NCMD, "T621121001");
  }

  private static byte[] rebirth() {
    var metric = Metric.named(Names.REBIRTH, AT, MetricValue.of(true));
    return PayloadCodec.encode(new Payload(AT, List.of(metric), Payload.NO_SEQ));
  }
}
