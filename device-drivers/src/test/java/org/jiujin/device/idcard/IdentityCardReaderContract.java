package org.jiujin.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.junit.jupiter.api.Test;

/// What every reader must do, however it is connected.
public interface IdentityCardReaderContract {
  Duration PATIENCE = Duration.ofSeconds(5);
  Duration NOTICED = Duration.ofSeconds(2);

  /// The reader under test, ready.
  IdentityCardReader reader();

  /// Lays an invented card: `citizen`, `citizen-longterm`, `citizen-moved`, `hmt`, `foreigner-2017`, `foreigner-2023`.
  void lay(String card);

  void lift();

  void plug();

  void unplug();

  /// Lets the card move away each time it is read.
  void moveCardsAwayWhileReading();

  /// Lets the reader fall silent.
  void fallSilent();

  @Test
  default void readsACitizensCard() {
    lay("citizen");
    var card = assertInstanceOf(CardOutcome.Read.class, reader().read(PATIENCE)).card();
    assertEquals(IdentityCard.Type.CITIZEN, card.type());
    assertEquals("甘测试", card.name());
    assertEquals(IdentityCard.Sex.FEMALE, card.sex());
    assertEquals(new Nation("01", "汉"), card.nation());
    assertEquals(LocalDate.of(1958, 3, 12), card.birth());
    assertEquals("甘肃省定西市通渭县测试镇样例村1号", card.address());
    assertEquals("", card.newestAddress());
    assertTrue(card.number().startsWith("62112119580312000"));
    assertEquals("通渭县公安局", card.issuer());
    assertEquals(LocalDate.of(2018, 6, 1), card.validFrom());
    assertEquals(LocalDate.of(2038, 6, 1), card.validTo());
    assertEquals(1024, card.photo().sizeBytes());
  }

  @Test
  default void readsTheNewestAddress() {
    lay("citizen-moved");
    var card = assertInstanceOf(CardOutcome.Read.class, reader().read(PATIENCE)).card();
    assertEquals("甘肃省定西市通渭县测试镇新样例村2号", card.currentAddress());
    assertEquals("甘肃省定西市通渭县测试镇样例村1号", card.address());
  }

  @Test
  default void readsTheOtherKindsOfCard() {
    lay("citizen-longterm");
    assertTrue(read().validity().longTerm());
    lay("hmt");
    assertEquals("H00000000", read().passNumber());
    lay("foreigner-2017");
    assertEquals("SAMPLE, TEST", read().latinName());
    lay("foreigner-2023");
    assertEquals("USA", read().nationality());
  }

  @Test
  default void findsNoCardWhenNoneIsLaid() {
    assertInstanceOf(CardOutcome.NoCard.class, reader().read(Duration.ofMillis(300)));
  }

  @Test
  default void waitsForACardThatComesLater() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = waiting(threads);
      lay("citizen");
      assertInstanceOf(CardOutcome.Read.class, outcome.get(10, TimeUnit.SECONDS));
    }
  }

  @Test
  default void doesNotFindACardAgainBeforeItIsLifted() {
    lay("citizen");
    assertInstanceOf(CardOutcome.Read.class, reader().read(PATIENCE));
    assertInstanceOf(CardOutcome.NoCard.class, reader().read(Duration.ofMillis(300)));
    lift();
    lay("citizen");
    assertInstanceOf(CardOutcome.Read.class, reader().read(PATIENCE));
  }

  @Test
  default void endsWaitingWhenCancelled() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = waiting(threads);
      reader().cancel();
      assertInstanceOf(CardOutcome.Cancelled.class, outcome.get(2, TimeUnit.SECONDS));
    }
  }

  @Test
  default void leavesACardThatIsLaidAfterACancelToTheNextWhoWaits() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        var given = waiting(threads, 30);
        reader().cancel();
        lay("citizen");
        assertInstanceOf(CardOutcome.Read.class, reader().read(PATIENCE), "round " + round);
        for (var outcome : given) {
          assertInstanceOf(CardOutcome.Cancelled.class, outcome.get(2, TimeUnit.SECONDS));
        }
        lift();
      }
    }
  }

  @Test
  default void endsWaitingWhenTheLeaseIsGivenBack() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = waiting(threads);
      assertTrue(reader().lease().acquire("session", Duration.ofMinutes(1)));
      reader().lease().release("session");
      assertInstanceOf(CardOutcome.Cancelled.class, outcome.get(2, TimeUnit.SECONDS));
    }
  }

  @Test
  default void servesOnlyTheSessionThatHoldsIt() {
    assertTrue(reader().lease().acquire("session", Duration.ofMinutes(1)));
    lay("citizen");
    var refused = assertInstanceOf(CardOutcome.Failed.class, reader().read(PATIENCE));
    assertEquals(Fault.Code.IN_USE, refused.fault().code());
    assertInstanceOf(
        CardOutcome.Read.class, DeviceLease.as("session", () -> reader().read(PATIENCE)));
  }

  @Test
  default void saysUnreadableWhenTheCardMovesAway() {
    moveCardsAwayWhileReading();
    lay("citizen");
    var outcome = assertInstanceOf(CardOutcome.Unreadable.class, reader().read(PATIENCE));
    assertEquals(Fault.Code.CARD_UNREADABLE, outcome.fault().code());
    assertEquals(Fault.Mender.RESIDENT, outcome.fault().mender());
  }

  @Test
  default void failsAtOnceWhenUnplugged() {
    unplug();
    awaitFault(Fault.Code.NOT_CONNECTED, NOTICED);
    var outcome = assertInstanceOf(CardOutcome.Failed.class, reader().read(PATIENCE));
    assertEquals(Fault.Code.NOT_CONNECTED, outcome.fault().code());
  }

  @Test
  default void failsWhenUnpluggedWhileWaiting() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = waiting(threads);
      unplug();
      assertInstanceOf(CardOutcome.Failed.class, outcome.get(2, TimeUnit.SECONDS));
    }
  }

  @Test
  default void recoversByItselfAfterEachReplug() {
    for (int i = 0; i < 2; i++) {
      unplug();
      awaitFault(Fault.Code.NOT_CONNECTED, NOTICED);
      plug();
      awaitReady();
    }
    lay("citizen");
    assertInstanceOf(CardOutcome.Read.class, reader().read(PATIENCE));
  }

  @Test
  default void noticesAReaderThatFellSilent() {
    fallSilent();
    awaitFault(Fault.Code.NO_ANSWER, Duration.ofSeconds(6));
  }

  @Test
  default void tellsListenersAboutEachChange() {
    var seen = new CopyOnWriteArrayList<DeviceStatus>();
    try (var _ = reader().subscribe(seen::add)) {
      assertInstanceOf(DeviceStatus.Ready.class, seen.getFirst());
      unplug();
      Eventually.within(NOTICED, seen::toString, () -> seen.size() == 2);
      assertInstanceOf(DeviceStatus.Unavailable.class, seen.getLast());
    }
    plug();
    awaitReady();
    assertEquals(2, seen.size(), "not called after its end");
  }

  @Test
  default void showsNothingPersonal() {
    lay("citizen");
    var shown = reader().read(PATIENCE).toString();
    assertFalse(shown.contains("测试"), shown);
    assertFalse(shown.contains("621121"), shown);
  }

  private IdentityCard read() {
    return assertInstanceOf(CardOutcome.Read.class, reader().read(PATIENCE)).card();
  }

  private CompletableFuture<CardOutcome> waiting(Executor threads) {
    return waiting(threads, 1).getFirst();
  }

  private List<CompletableFuture<CardOutcome>> waiting(Executor threads, int waits) {
    var outcomes =
        Stream.generate(() ->
                CompletableFuture.supplyAsync(() -> reader().read(Duration.ofSeconds(30)), threads))
            .limit(waits)
            .toList();
    // It waits when the device has been asked at least once; 300 ms are three questions.
    Eventually.within(PATIENCE, () -> "not waiting", new Pause(Duration.ofMillis(300))::over);
    return outcomes;
  }

  private void awaitFault(Fault.Code code, Duration limit) {
    Eventually.within(
        limit,
        () -> code + " but " + reader().status(),
        () -> reader().status().trouble().filter(fault -> fault.code() == code).isPresent());
  }

  private void awaitReady() {
    Eventually.within(
        Duration.ofSeconds(5),
        () -> reader().status().toString(),
        () -> reader().status() instanceof DeviceStatus.Ready);
  }

  /// Time that passes.
  final class Pause {
    private final long end;

    public Pause(Duration length) {
      end = System.nanoTime() + length.toNanos();
    }

    public boolean over() {
      return System.nanoTime() >= end;
    }
  }
}
