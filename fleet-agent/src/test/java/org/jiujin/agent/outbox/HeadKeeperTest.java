package org.jiujin.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiujin.fleet.local.LocalMessage.AuditHead;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.junit.jupiter.api.Test;

class HeadKeeperTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final String CHAIN = "0123456789abcdef";

  private final List<TerminalRecord> waiting = new ArrayList<>();
  private HeadKeeper keeper = new HeadKeeper(List.of());
  private Instant now = AT;

  static AuditHead head(String chain, long count, long unwritten) {
    return new AuditHead(chain, count, "%064x".formatted(count), AT, unwritten);
  }

  @Test
  void writesEachHeadOnceWhileTheHostTakesThem() {
    for (int i = 1; i < 20; i++) {
      assertEquals(Optional.of(head(CHAIN, i, 0)), told(head(CHAIN, i, 0)));
      assertEquals(Optional.empty(), told(head(CHAIN, i, 0)), "the same again");
      waiting.clear();
    }
  }

  @Test
  void holdsTheNewestBackWhileSomeWaitUntilTheHostTookOneOrAnHourWentBy() {
    for (int i = 1; i <= HeadKeeper.MOST_WAITING; i++) {
      assertEquals(Optional.of(head(CHAIN, i, 0)), told(head(CHAIN, i, 0)));
    }
    assertEquals(Optional.empty(), told(head(CHAIN, 8, 0)));
    assertEquals(Optional.empty(), told(head(CHAIN, 9, 0)));
    now = AT.plus(HeadKeeper.THEN_ONE_EVERY).minusMillis(1);
    assertEquals(Optional.empty(), due(false));
    now = now.plusMillis(1);
    assertEquals(Optional.of(head(CHAIN, 9, 0)), due(false));
    assertEquals(Optional.empty(), told(head(CHAIN, 10, 0)));
    waiting.subList(0, 2).clear();
    assertEquals(Optional.of(head(CHAIN, 10, 0)), due(false));
    assertEquals(Optional.empty(), due(true));
  }

  @Test
  void holdsNothingBackWhenTheAgentStops() {
    for (int i = 1; i <= HeadKeeper.MOST_WAITING; i++) {
      assertEquals(Optional.of(head(CHAIN, i, 0)), told(head(CHAIN, i, 0)));
    }
    assertEquals(Optional.empty(), told(head(CHAIN, 9, 0)));
    assertEquals(Optional.of(head(CHAIN, 9, 0)), due(true));
  }

  @Test
  void writesAnotherChainAndTroubleWithTheDiskAtOnce() {
    for (int i = 1; i <= HeadKeeper.MOST_WAITING; i++) {
      assertEquals(Optional.of(head(CHAIN, i, 0)), told(head(CHAIN, i, 0)));
    }
    assertEquals(Optional.of(head(CHAIN, 4, 2)), told(head(CHAIN, 4, 2)));
    assertEquals(Optional.empty(), told(head(CHAIN, 4, 3)));
    assertEquals(Optional.of(head(CHAIN, 9, 0)), told(head(CHAIN, 9, 0)));
    String other = "fedcba9876543210";
    assertEquals(Optional.of(head(other, 1, 0)), told(head(other, 1, 0)));
  }

  @Test
  void doesNotTellAgainAfterARestartWhatStillWaits() {
    assertEquals(Optional.of(head(CHAIN, 7, 0)), told(head(CHAIN, 7, 0)));
    keeper = new HeadKeeper(List.copyOf(waiting));
    assertEquals(Optional.empty(), told(head(CHAIN, 7, 0)));
    assertEquals(Optional.of(head(CHAIN, 8, 0)), told(head(CHAIN, 8, 0)));
  }

  @Test
  void goesOnWhenTheClockIsSetBack() {
    for (int i = 1; i <= HeadKeeper.MOST_WAITING; i++) {
      assertEquals(Optional.of(head(CHAIN, i, 0)), told(head(CHAIN, i, 0)));
    }
    now = AT.minusSeconds(86_400);
    assertEquals(Optional.of(head(CHAIN, 9, 0)), told(head(CHAIN, 9, 0)));
    assertEquals(Optional.empty(), told(head(CHAIN, 10, 0)));
  }

  private Optional<AuditHead> told(AuditHead head) {
    keeper.told(head);
    return due(false);
  }

  private Optional<AuditHead> due(boolean stopping) {
    Optional<AuditHead> due = keeper.due(waiting, now, stopping);
    due.ifPresent(head ->
        waiting.add(
            new TerminalRecord(
                head.count(),
                head.at(),
                new RecordBody.AuditHead(
                    head.chain(), head.count(), head.hash(), head.unwritten()))));
    return due;
  }
}
