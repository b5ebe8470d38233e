package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class AgentLinkTest {
  private static final LocalMessage.Hello HELLO = new LocalMessage.Hello(4711, "0.1.0");

  @TempDir private Path folder;

  private final AtomicInteger reports = new AtomicInteger();
  private final BlockingQueue<Runnable> toPaint = new LinkedBlockingQueue<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicReference<HeadSource.@Nullable Told> head = new AtomicReference<>();

  @SuppressWarnings("NullAway.Init") // set before each test
  private AgentLink link;

  @BeforeEach
  void begin() {
    link =
        new AgentLink(
            socket(),
            HELLO,
            this::report,
            () -> Optional.ofNullable(head.get()),
            toPaint::add,
            this::carryOut,
            stopped::countDown);
  }

  @AfterEach
  void end() {
    link.close();
  }

  @Test
  void tellsTheAuditHeadAtTheStartOfEachConnectionAndTheEndOfASession() throws IOException {
    head.set(new HeadSource.Told(HeadPaceTest.head(3), 0));
    try (var agent = new FakeAgent(socket())) {
      link.start();
      for (int i = 0; i < 2; i++) {
        try (var connection = agent.accept()) {
          assertInstanceOf(LocalMessage.Hello.class, connection.read());
          assertInstanceOf(LocalMessage.Report.class, connection.read());
          assertEquals(HeadPaceTest.head(3), connection.read(), "connection " + i);
          if (i == 1) {
            head.set(new HeadSource.Told(HeadPaceTest.head(9), 9));
            link.reportSoon();
            assertInstanceOf(LocalMessage.Report.class, connection.read());
            assertEquals(HeadPaceTest.head(9), connection.read());
          }
        }
      }
    }
  }

  @Test
  void saysHelloAndReportsAtOnce() throws IOException {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = agent.accept()) {
        assertEquals(HELLO, connection.read());
        assertEquals(1, numberOf(connection.read()));
      }
    }
  }

  @Test
  void reportsAChangeAtOnce() throws IOException {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = greeted(agent)) {
        link.reportSoon();

        assertEquals(2, numberOf(connection.read()));
      }
    }
  }

  @Test
  void answersAPingFromThePaintersThreadOnly() throws Exception {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = greeted(agent)) {
        connection.write(new LocalMessage.Ping(99));
        Runnable painting = toPaint.take();
        link.reportSoon();
        assertInstanceOf(LocalMessage.Report.class, connection.read()); // and no pong before it

        painting.run();

        assertEquals(new LocalMessage.Pong(99), connection.read());
      }
    }
  }

  @Test
  void stopsTheAppWhenTheAgentAsks() throws Exception {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = greeted(agent)) {
        connection.write(new LocalMessage.Stop());

        assertTrue(stopped.await(10, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void carriesOutAnOrderAndTellsHowItEnded() throws IOException {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = greeted(agent)) {
        connection.write(new LocalMessage.Order("c-7", "in-service", Map.of()));

        assertEquals(
            LocalMessage.OrderDone.of("c-7", CommandState.DONE, "in-service"), connection.read());
      }
    }
  }

  @Test
  void takesNoSettingsWhereNobodyKnowsThem() throws IOException {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = greeted(agent)) {
        connection.write(new LocalMessage.Settings(7, Map.of("place.hotline", "12333")));

        assertEquals(
            new LocalMessage.SettingsTaken(7, List.of("place.hotline")), connection.read());
      }
    }
  }

  private void carryOut(LocalMessage.Order order, Consumer<LocalMessage.OrderDone> answer) {
    answer.accept(LocalMessage.OrderDone.of(order.id(), CommandState.DONE, order.verb()));
  }

  @Test
  void connectsToAnAgentThatComesLater() throws IOException {
    link.start();
    try (var agent = new FakeAgent(socket());
        var connection = agent.accept()) {
      assertEquals(HELLO, connection.read());
    }
  }

  @Test
  void connectsAgainAfterTheAgentWasRestarted() throws IOException {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      greeted(agent).close();
    }
    try (var agent = new FakeAgent(socket());
        var connection = agent.accept()) {
      assertEquals(HELLO, connection.read());
      assertEquals(2, numberOf(connection.read()));
    }
  }

  @Test
  void hangsUpOnAnAgentThatTalksNonsense() throws IOException {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = greeted(agent)) {
        connection.write(HELLO); // an agent never says hello
        try (var again = agent.accept()) {
          assertEquals(HELLO, again.read());
        }
      }
    }
  }

  @Test
  void closesAtOnceWhileTheAgentDoesNotRead() throws IOException {
    try (var agent = new FakeAgent(socket())) {
      link.start();
      try (var connection = agent.accept()) {
        long before = System.nanoTime();
        link.close();

        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(3));
        assertTrue(connection.channel().isOpen());
      }
    }
  }

  private FakeAgent.Connection greeted(FakeAgent agent) throws IOException {
    var connection = agent.accept();
    connection.read();
    connection.read();
    return connection;
  }

  /// Numbers the reports, so that a test knows which one it reads.
  private LocalMessage.Report report() {
    var number = MetricValue.of(reports.incrementAndGet());
    return new LocalMessage.Report(
        List.of(Metric.named("app/sessions_today", Instant.EPOCH, number)), List.of());
  }

  private static int numberOf(LocalMessage message) {
    var report = assertInstanceOf(LocalMessage.Report.class, message);
    return assertInstanceOf(MetricValue.Int32.class, report.metrics().getFirst().value()).value();
  }

  private Path socket() {
    return folder.resolve("app.sock");
  }
}
