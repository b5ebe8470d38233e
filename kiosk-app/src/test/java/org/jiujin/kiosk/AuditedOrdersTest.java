package org.jiujin.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jiujin.fleet.command.CommandState;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.kiosk.application.LocalNumber;
import org.jiujin.kiosk.audit.AuditTrail;
import org.jiujin.kiosk.audit.ChainHead;
import org.jiujin.kiosk.audit.Standing;
import org.jiujin.kiosk.terminal.HeadSource;
import org.jiujin.kiosk.terminal.OrderTaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditedOrdersTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;

  @Test
  void accountsForOrdersAndSettingsButNotForWhatAMessageSays() throws IOException {
    List<LocalMessage> answers = new ArrayList<>();
    try (var trail = AuditTrail.start(folder.resolve("audit"), "0.1.0", InstantSource.fixed(AT))) {
      var orders = new AuditedOrders(new Obedient(), trail.operator());
      orders.take(
          new LocalMessage.Order("c-1", "message", Map.of("text", "system-closed-tonight")),
          answers::add);
      orders.take(new LocalMessage.Settings(7, Map.of("place.hotline", "12345")), answers::add);
    }
    assertEquals(
        List.of(
            LocalMessage.OrderDone.of("c-1", CommandState.DONE, ""),
            new LocalMessage.SettingsTaken(7, List.of("place.hotline"))),
        answers);
    String journal = journal("app-ended");
    assertTrue(
        journal.contains(
            "\"kind\":\"order-ended\",\"actor\":\"operator\",\"order\":\"c-1\",\"verb\":\"message\",\"state\":\"done\""),
        journal);
    assertTrue(
        journal.contains(
            "\"kind\":\"settings-applied\",\"actor\":\"operator\",\"version\":\"7\",\"refused\":\"1\""),
        journal);
    assertFalse(journal.contains("system-closed-tonight"), journal);
  }

  @Test
  void accountsForApplicationsThatEndedLater() throws IOException {
    String number = "62112100126112300017";
    try (var trail = AuditTrail.start(folder.resolve("audit"), "0.1.0", InstantSource.fixed(AT))) {
      new AuditedDeliveries(trail.terminal())
          .accepted(new LocalNumber(number), "6211212026112300000000007");
    }
    assertTrue(
        journal("app-ended")
            .contains(
                "\"kind\":\"application-accepted\",\"actor\":\"terminal\",\"number\":\""
                    + number
                    + "\",\"case\":\"6211212026112300000000007\""),
        () -> "the answer is not told");
  }

  @Test
  void tellsTheHeadInTheWordsOfTheLocalLink() {
    String chain = "0123456789abcdef";
    String hash = "00ff".repeat(16);
    assertEquals(
        Optional.of(new HeadSource.Told(new LocalMessage.AuditHead(chain, 9, hash, AT, 2), 8)),
        AgentReporting.head(
            new Standing(Optional.of(new ChainHead(chain, 9, hash, AT)), 8, 2, AT)));
    assertEquals(
        Optional.of(new HeadSource.Told(LocalMessage.AuditHead.none(AT, 3), 0)),
        AgentReporting.head(new Standing(Optional.empty(), 0, 3, AT)));
    assertEquals(Optional.empty(), AgentReporting.head(new Standing(Optional.empty(), 0, 0, AT)));
  }

  /// A slow disk may take longer than closing waits.
  private String journal(String end) throws IOException {
    Path file = folder.resolve("audit/current/audit-000000000000000001.jsonl");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(file) || !Files.readString(file).contains(end)) {
      assertTrue(System.nanoTime() < deadline, "never came");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return Files.readString(file);
  }

  /// Does what it is told, and refuses settings, as whoever takes none.
  private static final class Obedient implements OrderTaker {
    @Override
    public void take(LocalMessage.Order order, Consumer<LocalMessage.OrderDone> answer) {
      answer.accept(LocalMessage.OrderDone.of(order.id(), CommandState.DONE, ""));
    }
  }
}
