package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The link against a real broker.
class FleetLinkTest {
  private static final Topic COMMAND = Topic.ofNode("GS-621121", MessageType.NCMD, "T621121001");
  private static final Snapshot READER_THERE =
      new Snapshot(
          Map.of(NodeMetric.APP_STATE, MetricValue.of("ready")),
          Map.of("idcard", Devices.ready("idcard")));
  private static final Snapshot READER_PULLED =
      new Snapshot(
          Map.of(NodeMetric.APP_STATE, MetricValue.of("ready")),
          Map.of("idcard", Devices.pulled("idcard")));

  @TempDir Path folder;
  private final AtomicReference<Snapshot> picture = new AtomicReference<>(READER_THERE);
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
  }

  @AfterEach
  void stopBroker() throws Exception {
    broker.stop();
  }

  @Test // topics-nbirth-qos, topics-nbirth-retain, topics-dbirth-qos, topics-ndata-qos,
  // topics-ddeath-qos
  void isBornReportsAtOnceAndLeavesWithADeathOfTheSameNumber() throws Exception {
    try (var wire = new RecordingProxy(broker.port());
        TestHost host = TestHost.connect(broker.uri())) {
      FleetLink link = link(wire.uri());
      link.start();
      host.awaitTypes(List.of("NBIRTH", "DBIRTH"));

      long unplugged = System.nanoTime();
      picture.set(READER_PULLED);
      link.changed();
      host.awaitTypes(List.of("NBIRTH", "DBIRTH", "DDATA", "DDEATH"));
      Duration took = Duration.ofNanos(System.nanoTime() - unplugged);
      assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, "the host heard it after " + took);

      link.close();
      // A broker that heeds reason 0x04 publishes the will as well; Artemis 2.55 does not.
      host.await("a death", heard -> heard.size() > 4 && heard.get(4).type().equals("NDEATH"));
      assertEquals(bdSeqs(host, "NBIRTH").getFirst(), bdSeqs(host, "NDEATH").getFirst());
      // payloads-ndeath-will-message-publisher-disconnect-mqtt50
      String sent = wire.sentByClient();
      assertTrue(
          sent.endsWith("e0 01 04") || sent.endsWith("e0 02 04 00"),
          "the last bytes are DISCONNECT with reason 0x04: " + sent);
      for (TestHost.Heard one : host.heard()) {
        assertFalse(one.retained(), one.type());
        assertEquals(one.type().equals("NDEATH") ? 1 : 0, one.qos(), one.type());
      }
    }
  }

  @Test // operational-behavior-data-commands-rebirth-action-1 to -3
  void isBornAgainWhenTheHostAsks() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri());
        FleetLink link = link(broker.uri())) {
      link.start();
      host.awaitTypes(List.of("NBIRTH", "DBIRTH"));
      host.command(COMMAND, rebirth(false));
      host.command(COMMAND, "not a payload".getBytes(StandardCharsets.UTF_8));
      host.command(COMMAND, rebirth(true));
      host.awaitTypes(List.of("NBIRTH", "DBIRTH", "NBIRTH", "DBIRTH"));
      assertEquals(1, bdSeqs(host, "NBIRTH").stream().distinct().count());
    }
  }

  @Test // topics-nbirth-bdseq-increment,
  // message-flow-edge-node-birth-publish-will-message-payload-bdSeq
  @AnnouncesLoggedException(NullPointerException.class) // Artemis, stopped while a client leaves
  void comesBackAfterABrokerRestartWithTheNextNumber() throws Exception {
    try (FleetLink link = link(broker.uri())) {
      try (TestHost host = TestHost.connect(broker.uri())) {
        link.start();
        host.awaitTypes(List.of("NBIRTH", "DBIRTH"));
        assertEquals(List.of(MetricValue.of(0L)), bdSeqs(host, "NBIRTH"));
      }
      broker.stop();
      broker = TestBroker.start(folder.resolve("again"), broker.port());
      try (TestHost host = TestHost.connect(broker.uri())) {
        host.command(COMMAND, rebirth(true)); // in case it was quicker than the host
        host.await("a birth", heard -> heard.stream().anyMatch(one -> one.type().equals("NBIRTH")));
        MetricValue number = bdSeqs(host, "NBIRTH").getFirst();
        assertTrue(number instanceof MetricValue.Int64(var n) && n > 0, "bdSeq " + number);
      }
    }
  }

  @Test
  @AnnouncesLoggedException(NullPointerException.class) // Artemis, stopped while a client leaves
  void comesBackHoweverFarTheClockWasSetBack() throws Exception {
    var wall = new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
    try (FleetLink link = link(broker.uri(), new Random(1), wall::get)) {
      try (TestHost host = TestHost.connect(broker.uri())) {
        link.start();
        host.awaitTypes(List.of("NBIRTH", "DBIRTH"));
      }
      wall.set(Instant.parse("2020-01-01T00:00:00Z"));
      broker.stop();
      broker = TestBroker.start(folder.resolve("again"), broker.port());
      try (TestHost host = TestHost.connect(broker.uri())) {
        host.command(COMMAND, rebirth(true)); // in case it was quicker than the host
        host.await("a birth", heard -> heard.stream().anyMatch(one -> one.type().equals("NBIRTH")));
      }
    }
  }

  @Test
  void countsOnOverARestartOfTheAgent() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri())) {
      for (int i = 0; i < 2; i++) {
        try (FleetLink link = link(broker.uri())) {
          link.start();
          int births = i + 1;
          host.await("birth " + births, _ -> bdSeqs(host, "NBIRTH").size() == births);
        }
      }
      assertEquals(List.of(MetricValue.of(0L), MetricValue.of(1L)), bdSeqs(host, "NBIRTH"));
    }
  }

  @Test // 6.2: the connect thread leaks when the broker accepts and then drops
  void leavesNoThreadsBehindAtABrokerThatAcceptsAndDrops() throws Exception {
    try (var tarpit = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().start(() -> acceptAndDrop(tarpit));
      var attempts = new CountingRandom();
      try (FleetLink link = link("tcp://127.0.0.1:" + tarpit.getLocalPort(), attempts)) {
        link.start();
        attempts.awaitAttempts(5);
        long early = CountingRandom.mqttThreads();
        attempts.awaitAttempts(15);
        long late = CountingRandom.mqttThreads();
        assertTrue(late <= early + 4, "threads grew from " + early + " to " + late);
      }
    }
  }

  private static void acceptAndDrop(ServerSocket tarpit) {
    try {
      while (!tarpit.isClosed()) {
        try (Socket socket = tarpit.accept()) {
          socket.getOutputStream().flush();
        }
      }
    } catch (IOException _) {
      // the test is over
    }
  }

  private FleetLink link(String uri) {
    return link(uri, new Random(1));
  }

  private FleetLink link(String uri, RandomGenerator random) {
    return link(uri, random, InstantSource.system());
  }

  private FleetLink link(String uri, RandomGenerator random, InstantSource clock) {
    var settings =
        new LinkSettings(
            "GS-621121", "T621121001", uri, Duration.ofSeconds(10), Duration.ofSeconds(1), folder);
    return new FleetLink(settings, picture::get, _ -> {}, clock, random);
  }

  private static byte[] rebirth(boolean value) {
    var metric =
        Metric.named(Names.REBIRTH, Instant.parse("2026-11-23T02:00:00Z"), MetricValue.of(value));
    return PayloadCodec.encode(new Payload(null, List.of(metric), Payload.NO_SEQ));
  }

  private static List<MetricValue> bdSeqs(TestHost host, String type) {
    return host.heard().stream()
        .filter(one -> one.type().equals(type))
        .map(one -> one.payload().valueOf(Names.BD_SEQ).orElseThrow())
        .toList();
  }
}
