package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.agent.link.TlsFiles.Identity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The link over TLS: against a real broker, and against sockets that go wrong at each step.
class TlsLinkTest {
  private static final int EARLY = 2;
  private static final int LATE = 5;

  @TempDir private static Path shared;
  private static TestAuthority authority;
  private static Identity terminal;
  private static Identity server;

  @TempDir Path folder;

  @BeforeAll
  static void makeCertificates() throws Exception {
    authority = TestAuthority.make(shared.resolve("tls"));
    server = authority.server("broker");
    terminal = authority.terminal("T621121001");
  }

  @Test
  void isBornAndLeavesOverMutualTls() throws Exception {
    TestBroker broker = TestBroker.startTls(folder.resolve("b"), authority, "broker", "TLSv1.3");
    SSLContext console = files(authority.terminal("console-1")).context();
    try (TestHost host = TestHost.connect(broker.uri(), console.getSocketFactory())) {
      try (FleetLink link = link(broker.uri(), terminal, new CountingRandom())) {
        link.start();
        host.awaitTypes(List.of("NBIRTH", "DBIRTH"));
      }
      host.await("a death", _ -> host.types().contains("NDEATH"));
    } finally {
      broker.stop();
    }
  }

  @Test
  void speaksNoOlderTls() throws Exception {
    TestBroker broker = TestBroker.startTls(folder.resolve("b"), authority, "broker", "TLSv1.2");
    assertNeverBorn(broker, terminal);
  }

  @Test
  void refusesABrokerThatIsNotTheOneItWasTold() throws Exception {
    authority.strangersServer("stranger");
    TestBroker broker = TestBroker.startTls(folder.resolve("b"), authority, "stranger", "TLSv1.3");
    assertNeverBorn(broker, terminal);
  }

  @Test
  void isRefusedWithoutACertificate() throws Exception {
    TestBroker broker = TestBroker.startTls(folder.resolve("b"), authority, "broker", "TLSv1.3");
    assertNeverBorn(broker, null);
  }

  @Test
  void refusesABrokerOfAnotherAuthority() throws Exception {
    TestAuthority other = TestAuthority.make(folder.resolve("other"));
    other.server("broker");
    TestBroker broker = TestBroker.startTls(folder.resolve("b"), other, "broker", "TLSv1.3");
    assertNeverBorn(broker, terminal);
  }

  @Test // 6.2: the connect thread leaks when the broker accepts and then drops
  void leavesNoThreadsBehindWhenTheBrokerDropsBeforeTheHandshake() throws Exception {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serve(server, socket -> {});
      assertNoThreadsGrow(server);
    }
  }

  @Test
  void leavesNoThreadsBehindWhenTheBrokerNeverShakesHands() throws Exception {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serve(server, socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
      assertNoThreadsGrow(server);
    }
  }

  @Test
  void leavesNoThreadsBehindWhenTheBrokerDropsAfterTheHandshake() throws Exception {
    SSLContext context = new TlsFiles(authority.certificate(), server).context();
    try (var server =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serve(server, socket -> ((SSLSocket) socket).startHandshake());
      assertNoThreadsGrow(server);
    }
  }

  private void assertNoThreadsGrow(ServerSocket server) {
    var attempts = new CountingRandom();
    try (FleetLink link = link("ssl://127.0.0.1:" + server.getLocalPort(), terminal, attempts)) {
      link.start();
      attempts.awaitAttempts(EARLY);
      long early = CountingRandom.mqttThreads();
      attempts.awaitAttempts(LATE);
      long late = CountingRandom.mqttThreads();
      assertTrue(late <= early + 2, "threads grew from " + early + " to " + late);
    }
  }

  private void assertNeverBorn(TestBroker broker, @Nullable Identity identity) throws Exception {
    var attempts = new CountingRandom();
    var born = new AtomicInteger();
    try (FleetLink link = link(broker.uri(), identity, attempts, born)) {
      link.start();
      attempts.awaitAttempts(2);
      assertEquals(0, born.get());
    } finally {
      broker.stop();
    }
  }

  private FleetLink link(String uri, @Nullable Identity identity, RandomGenerator random) {
    return link(uri, identity, random, new AtomicInteger());
  }

  private FleetLink link(
      String uri, @Nullable Identity identity, RandomGenerator random, AtomicInteger born) {
    var settings =
        new LinkSettings(
            "GS-621121",
            "T621121001",
            List.of(uri),
            files(identity),
            null,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            folder);
    var picture = new Snapshot(Map.of(), Map.of("idcard", Devices.ready("idcard")));
    return new FleetLink(settings, () -> picture, born::set, InstantSource.system(), random);
  }

  private TlsFiles files(@Nullable Identity identity) {
    return new TlsFiles(authority.certificate(), identity);
  }

  private static void serve(ServerSocket server, Service service) {
    Thread.ofPlatform()
        .name("bad-broker")
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
              service.serve(socket);
            } catch (IOException _) {
              // the client went away, or the test is over
            }
          }
        });
  }

  @FunctionalInterface
  private interface Service {
    void serve(Socket socket) throws IOException;
  }
}
