package org.jiujin.device.chipcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.SocialSecurityCard.Details;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.Nation;
import org.jiujin.device.virtual.card.SlotMisbehaviour;
import org.jiujin.device.virtual.card.VirtualAgentCard;
import org.jiujin.device.virtual.card.VirtualChipCard;
import org.jiujin.device.virtual.card.VirtualPaymentCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard;
import org.jiujin.device.virtual.card.VirtualSocialSecurityCard.Habit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every reader of chip cards must do, however it is connected.
public interface ChipCardReaderContract {
  Duration PATIENCE = Duration.ofSeconds(10);
  Duration NOTICED = Duration.ofSeconds(5);
  String RIGHT = "83920174";
  String WRONG = "11111111";
  byte[] CHALLENGE = "one challenge, once".getBytes(StandardCharsets.UTF_8);

  /// The reader under test, ready, without a card.
  ChipCardReader reader();

  void insert(VirtualChipCard card);

  void pull();

  /// Pulls the card instead of answering the command after so many more.
  void pullAfter(int commands);

  void misbehave(SlotMisbehaviour how);

  void plug();

  void unplug();

  void stopService();

  void startService();

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  default void readsASocialSecurityCardThatNeedsNoKeys(int generation) {
    insert(VirtualSocialSecurityCard.ofGeneration(generation));
    var card = socialSecurityCard();
    assertEquals(generation, card.generation());
    assertEquals("621121", card.region());
    assertEquals("621121D15600000500000000000000AA", card.recognitionCode());
    assertEquals("1", card.cardClass());
    assertEquals("915600000262112100000001", card.institution());
    assertEquals("X00000001", card.cardNumber());
    assertFalse(card.fieldsLocked());
    var open = assertInstanceOf(Details.Open.class, card.details());
    assertEquals(LocalDate.of(2020, 1, 1), open.issued());
    assertEquals(LocalDate.of(2030, 1, 1), open.expires());
    assertEquals("甘测试", open.holder().name());
    assertTrue(open.holder().number().startsWith("62112119580312000"));
    assertEquals(IdentityCard.Sex.FEMALE, open.holder().sex());
    assertEquals(new Nation("01", "汉"), open.holder().nation());
    assertEquals("621121", open.holder().birthRegion());
    assertEquals(LocalDate.of(1958, 3, 12), open.holder().birth());
  }

  @ParameterizedTest
  @EnumSource(Habit.class)
  default void readsCardsOfAllHabits(Habit habit) {
    insert(new VirtualSocialSecurityCard(2, "甘测试", habit));
    assertEquals("X00000001", socialSecurityCard().cardNumber());
  }

  @Test
  default void readsGenerationThreeAfterAProof() {
    insert(VirtualSocialSecurityCard.ofGeneration(3));
    var locked = socialSecurityCard();
    assertEquals("X00000001", locked.cardNumber());
    assertTrue(locked.fieldsLocked());
    var challenge = assertInstanceOf(Details.Locked.class, locked.details()).challenge();
    assertEquals(3, challenge.algorithm());
    var proof = VirtualSocialSecurityCard.proof(challenge.externalInput());
    var outcome = reader().unlock(locked, proof);
    var read = assertInstanceOf(ChipCardOutcome.Read.class, outcome);
    var card = assertInstanceOf(SocialSecurityCard.class, read.card());
    assertEquals("甘测试", assertInstanceOf(Details.Open.class, card.details()).holder().name());
  }

  @Test
  default void staysLockedAfterAWrongProof() {
    insert(VirtualSocialSecurityCard.ofGeneration(3));
    var locked = socialSecurityCard();
    var outcome =
        assertInstanceOf(ChipCardOutcome.Unreadable.class, reader().unlock(locked, new byte[16]));
    assertEquals(Fault.Code.NOT_AUTHORISED, outcome.fault().code());
    pull();
    insert(VirtualSocialSecurityCard.ofGeneration(3));
    assertInstanceOf(ChipCardOutcome.Unreadable.class, reader().unlock(locked, new byte[16]));
    assertThrows(IllegalArgumentException.class, () -> reader().unlock(locked, new byte[15]));
  }

  @ParameterizedTest
  @EnumSource(VirtualPaymentCard.Layout.class)
  default void readsAPaymentCardAndHidesItsNumber(VirtualPaymentCard.Layout layout) {
    insert(new VirtualPaymentCard(layout));
    var card = assertInstanceOf(PaymentCard.class, read());
    assertEquals("629999******0009", card.maskedNumber());
    assertEquals(YearMonth.of(2030, 12), card.expires());
  }

  @ParameterizedTest
  @EnumSource(AgentCard.KeyKind.class)
  default void letsAnAgentsCardSign(AgentCard.KeyKind kind) throws Exception {
    insert(agentCard(kind));
    var card = assertInstanceOf(AgentCard.class, read());
    assertEquals(kind, card.keyKind());
    assertEquals("00000000000040008000000000000001", card.cardholderId());
    assertInstanceOf(SignOutcome.PinNeeded.class, reader().sign(card, CHALLENGE));
    assertEquals(new PinOutcome.Verified(), verify(card, RIGHT));
    assertEquals(new PinState.Verified(), reader().pinState(card));
    var signed = assertInstanceOf(SignOutcome.Signed.class, reader().sign(card, CHALLENGE));
    assertTrue(fits(card, CHALLENGE, signed.signature()));
    assertFalse(fits(card, new byte[] {1}, signed.signature()));
  }

  @Test
  default void countsWrongPinsDownToBlocked() {
    insert(agentCard(AgentCard.KeyKind.EC_P256));
    var card = assertInstanceOf(AgentCard.class, read());
    assertEquals(new PinState.TriesLeft(3), reader().pinState(card));
    assertEquals(new PinState.TriesLeft(3), reader().pinState(card), "asking costs none");
    assertEquals(new PinOutcome.Wrong(2), verify(card, WRONG));
    assertEquals(new PinOutcome.Wrong(1), verify(card, WRONG));
    assertEquals(new PinOutcome.Wrong(0), verify(card, WRONG));
    assertEquals(new PinState.Blocked(), reader().pinState(card));
    assertEquals(new PinOutcome.Blocked(), verify(card, RIGHT));
  }

  @Test
  default void isUncertainWhenTheCardIsPulledWhileItsPinIsShown() {
    insert(agentCard(AgentCard.KeyKind.EC_P256));
    var card = assertInstanceOf(AgentCard.class, read());
    pullAfter(0);
    assertInstanceOf(PinOutcome.Uncertain.class, verify(card, RIGHT));
  }

  @Test
  default void tellsThatACardIsGoneAndNeverAsksAnother() {
    insert(agentCard(AgentCard.KeyKind.EC_P256));
    var card = assertInstanceOf(AgentCard.class, read());
    pull();
    awaitAbsent();
    assertEquals(new PinOutcome.Removed(), verify(card, RIGHT));
    var other = VirtualAgentCard.ellipticCurve(RIGHT);
    insert(other);
    awaitPresent();
    assertEquals(new PinOutcome.Removed(), verify(card, WRONG));
    assertEquals(new PinState.Removed(), reader().pinState(card));
    assertInstanceOf(SignOutcome.Removed.class, reader().sign(card, CHALLENGE));
    assertEquals(3, other.triesLeft());
  }

  @Test
  default void saysUnreadableWhenTheCardIsPulledBetweenTwoCommands() {
    for (int commands : new int[] {0, 1, 5}) {
      insert(VirtualSocialSecurityCard.ofGeneration(2));
      pullAfter(commands);
      var outcome = assertInstanceOf(ChipCardOutcome.Unreadable.class, reader().read(PATIENCE));
      assertEquals(Fault.Code.CARD_UNREADABLE, outcome.fault().code());
    }
    insert(VirtualSocialSecurityCard.ofGeneration(1));
    assertEquals(1, socialSecurityCard().generation(), "nothing of the other card is left");
  }

  @ParameterizedTest
  @CsvSource({"CUT_SHORT, CARD_UNREADABLE", "ONE_BYTE, CARD_UNREADABLE", "REFUSES, CARD_UNKNOWN"})
  default void doesNotReadTheCardThat(SlotMisbehaviour how, Fault.Code code) {
    misbehave(how);
    insert(VirtualSocialSecurityCard.ofGeneration(2));
    var outcome = assertInstanceOf(ChipCardOutcome.Unreadable.class, reader().read(PATIENCE));
    assertEquals(code, outcome.fault().code());
    misbehave(SlotMisbehaviour.NONE);
    assertEquals("X00000001", socialSecurityCard().cardNumber());
  }

  @Test
  default void givesUpACardThatHangsAndWorksWithTheNext() {
    misbehave(SlotMisbehaviour.MUTE);
    insert(VirtualSocialSecurityCard.ofGeneration(2));
    var outcome = assertInstanceOf(ChipCardOutcome.Failed.class, reader().read(PATIENCE));
    assertEquals(Fault.Code.NO_ANSWER, outcome.fault().code());
    awaitFault(Fault.Code.NO_ANSWER);
    pull();
    misbehave(SlotMisbehaviour.NONE);
    awaitReady();
    insert(VirtualSocialSecurityCard.ofGeneration(2));
    assertEquals("X00000001", socialSecurityCard().cardNumber());
  }

  @Test
  default void waitsForACardThatComesLater() throws Exception {
    assertInstanceOf(ChipCardOutcome.NoCard.class, reader().read(Duration.ofMillis(300)));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = waiting(threads);
      insert(VirtualSocialSecurityCard.ofGeneration(1));
      assertInstanceOf(ChipCardOutcome.Read.class, outcome.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  default void endsWaitingWhenCancelledOrWhenTheLeaseIsGivenBack() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var cancelled = waiting(threads);
      reader().cancel();
      assertInstanceOf(ChipCardOutcome.Cancelled.class, cancelled.get(2, TimeUnit.SECONDS));
      var left = waiting(threads);
      assertTrue(reader().lease().acquire("session", Duration.ofMinutes(1)));
      reader().lease().release("session");
      assertInstanceOf(ChipCardOutcome.Cancelled.class, left.get(2, TimeUnit.SECONDS));
    }
  }

  @Test
  default void cancelsReadingBetweenTwoCommandsOnly() throws Exception {
    misbehave(SlotMisbehaviour.SLOW);
    insert(VirtualSocialSecurityCard.ofGeneration(2));
    awaitPresent();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = waiting(threads);
      reader().cancel();
      assertInstanceOf(ChipCardOutcome.Cancelled.class, outcome.get(2, TimeUnit.SECONDS));
    }
    misbehave(SlotMisbehaviour.NONE);
    assertEquals("X00000001", socialSecurityCard().cardNumber(), "the card is as it was");
  }

  @Test
  default void servesOnlyTheSessionThatHoldsIt() {
    assertTrue(reader().lease().acquire("session", Duration.ofMinutes(1)));
    insert(agentCard(AgentCard.KeyKind.EC_P256));
    var refused = assertInstanceOf(ChipCardOutcome.Failed.class, reader().read(PATIENCE));
    assertEquals(Fault.Code.IN_USE, refused.fault().code());
    var card = assertInstanceOf(AgentCard.class, DeviceLease.as("session", this::read));
    assertInstanceOf(PinOutcome.Failed.class, verify(card, RIGHT));
    assertEquals(new PinOutcome.Verified(), DeviceLease.as("session", () -> verify(card, RIGHT)));
    reader().lease().release("session");
    assertEquals(
        new PinState.TriesLeft(3), reader().pinState(card), "the PIN goes with the session");
  }

  @Test
  default void tellsWhenACardComesAndGoes() {
    var seen = new CopyOnWriteArrayList<CardPresence>();
    try (var _ = reader().subscribePresence(seen::add)) {
      assertEquals(new CardPresence.Absent(), seen.getFirst());
      insert(VirtualSocialSecurityCard.ofGeneration(1));
      Eventually.within(NOTICED, seen::toString, () -> seen.size() == 2);
      pull();
      Eventually.within(NOTICED, seen::toString, () -> seen.size() == 3);
      insert(VirtualSocialSecurityCard.ofGeneration(1));
      Eventually.within(NOTICED, seen::toString, () -> seen.size() == 4);
    }
    assertEquals(new CardPresence.Absent(), seen.get(2));
    assertNotEquals(seen.get(1), seen.get(3), "another stay");
    assertEquals(seen.get(3), reader().presence());
  }

  @Test
  default void recoversWhenTheReaderComesBack() {
    for (int i = 0; i < 2; i++) {
      unplug();
      awaitFault(Fault.Code.NOT_CONNECTED);
      var outcome = assertInstanceOf(ChipCardOutcome.Failed.class, reader().read(PATIENCE));
      assertEquals(Fault.Code.NOT_CONNECTED, outcome.fault().code());
      plug();
      awaitReady();
    }
    insert(VirtualSocialSecurityCard.ofGeneration(1));
    assertEquals("X00000001", socialSecurityCard().cardNumber());
  }

  @Test
  default void recoversWhenTheServiceComesBack() {
    insert(VirtualSocialSecurityCard.ofGeneration(2));
    socialSecurityCard();
    for (int i = 0; i < 2; i++) {
      stopService();
      awaitFault(Fault.Code.SERVICE_DOWN);
      assertEquals(new CardPresence.Absent(), reader().presence());
      assertInstanceOf(ChipCardOutcome.Failed.class, reader().read(PATIENCE));
      startService();
      awaitReady();
      assertEquals("X00000001", socialSecurityCard().cardNumber());
    }
  }

  @Test
  default void failsWhenTheServiceIsKilledInTheMiddleOfACommand() throws Exception {
    misbehave(SlotMisbehaviour.SLOW);
    insert(VirtualSocialSecurityCard.ofGeneration(2));
    awaitPresent();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcome = waiting(threads);
      stopService();
      assertInstanceOf(ChipCardOutcome.Failed.class, outcome.get(10, TimeUnit.SECONDS));
      assertTrue(reader().status().trouble().isPresent(), "no longer ready once it failed");
    }
    misbehave(SlotMisbehaviour.NONE);
    startService();
    awaitReady();
    assertEquals("X00000001", socialSecurityCard().cardNumber());
  }

  @Test
  default void showsNothingPersonal() {
    insert(VirtualSocialSecurityCard.ofGeneration(2));
    var shown = reader().read(PATIENCE).toString();
    assertFalse(shown.contains("测试") || shown.contains("621121") || shown.contains("X0000"), shown);
    insert(new VirtualPaymentCard(VirtualPaymentCard.Layout.NUMBER_IN_OBJECT));
    awaitPresent();
    shown = reader().read(PATIENCE).toString();
    assertFalse(shown.contains("6299"), shown);
  }

  private static VirtualAgentCard agentCard(AgentCard.KeyKind kind) {
    return switch (kind) {
      case RSA_2048 -> VirtualAgentCard.rsa(RIGHT);
      case EC_P256 -> VirtualAgentCard.ellipticCurve(RIGHT);
    };
  }

  private static boolean fits(AgentCard card, byte[] challenge, byte[] signature)
      throws GeneralSecurityException {
    var verifier = Signature.getInstance(card.keyKind().signature());
    verifier.initVerify(card.certificate());
    verifier.update(challenge);
    return verifier.verify(signature);
  }

  private PinOutcome verify(AgentCard card, String digits) {
    try (var pin = new Pin(digits.toCharArray())) {
      return reader().verify(card, pin);
    }
  }

  private ChipCard read() {
    return assertInstanceOf(ChipCardOutcome.Read.class, reader().read(PATIENCE)).card();
  }

  private SocialSecurityCard socialSecurityCard() {
    return assertInstanceOf(SocialSecurityCard.class, read());
  }

  private CompletableFuture<ChipCardOutcome> waiting(Executor threads) {
    var outcome =
        CompletableFuture.supplyAsync(() -> reader().read(Duration.ofSeconds(30)), threads);
    // It waits when the reader has been looked at once; 300 ms are three looks.
    long waits = System.nanoTime() + Duration.ofMillis(300).toNanos();
    Eventually.within(PATIENCE, () -> "not waiting", () -> System.nanoTime() >= waits);
    return outcome;
  }

  private void awaitPresent() {
    Eventually.within(
        NOTICED,
        () -> "present but " + reader().presence(),
        () -> reader().presence() instanceof CardPresence.Present);
  }

  private void awaitAbsent() {
    Eventually.within(
        NOTICED,
        () -> "absent but " + reader().presence(),
        () -> reader().presence() instanceof CardPresence.Absent);
  }

  private void awaitFault(Fault.Code code) {
    Eventually.within(
        NOTICED,
        () -> code + " but " + reader().status(),
        () -> reader().status().trouble().filter(fault -> fault.code() == code).isPresent());
  }

  private void awaitReady() {
    Eventually.within(
        Duration.ofSeconds(8),
        () -> reader().status().toString(),
        () -> reader().status() instanceof DeviceStatus.Ready);
  }
}
