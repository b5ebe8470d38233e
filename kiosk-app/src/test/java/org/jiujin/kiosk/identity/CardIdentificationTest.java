package org.jiujin.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.CardPhoto;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.idcard.Nation;
import org.jiujin.device.idcard.Validity;
import org.junit.jupiter.api.Test;

class CardIdentificationTest {
  private static final Instant LATE_ON_THE_LAST_DAY = Instant.parse("2040-01-01T15:59:00Z");
  private final CardPhoto photo = new CardPhoto(new byte[] {1, 2, 3});

  @Test
  void takesTheNewestAddressAndTheOtherFields() {
    var outcome = identify(new CardOutcome.Read(card("甘肃省测试县新测试村2号")), LATE_ON_THE_LAST_DAY);
    var person = assertInstanceOf(IdentityOutcome.Identified.class, outcome).person();
    assertEquals("测试甘", person.name());
    assertEquals("甘肃省测试县新测试村2号", person.address());
    assertEquals("女", person.sex());
    assertEquals("东乡", person.nation());
  }

  @Test
  void wipesThePhoto() {
    identify(new CardOutcome.Read(card("")), LATE_ON_THE_LAST_DAY);
    assertArrayEquals(new byte[3], photo.bytes());
  }

  @Test
  void countsTheLastDayByTheTerminalsClock() {
    assertFalse(expired(LATE_ON_THE_LAST_DAY));
    assertTrue(expired(LATE_ON_THE_LAST_DAY.plusSeconds(60)));
  }

  @Test
  void tellsApartWhyThereIsNoCard() {
    var fault = Fault.of(Fault.Code.NOT_CONNECTED);
    assertInstanceOf(
        IdentityOutcome.NotLaid.class, identify(new CardOutcome.NoCard(), LATE_ON_THE_LAST_DAY));
    assertInstanceOf(
        IdentityOutcome.Unreadable.class,
        identify(new CardOutcome.Unreadable(fault), LATE_ON_THE_LAST_DAY));
    assertInstanceOf(
        IdentityOutcome.ReaderAway.class,
        identify(new CardOutcome.Failed(fault), LATE_ON_THE_LAST_DAY));
    assertInstanceOf(
        IdentityOutcome.Stopped.class, identify(new CardOutcome.Cancelled(), LATE_ON_THE_LAST_DAY));
  }

  private boolean expired(Instant now) {
    return assertInstanceOf(
            IdentityOutcome.Identified.class, identify(new CardOutcome.Read(card("")), now))
        .expired();
  }

  @Test
  void takesNoCardAfterTheAskingWasStopped() {
    var cards = identification(new CardOutcome.Read(card("")), LATE_ON_THE_LAST_DAY);
    var asking = cards.ask();
    cards.stop();
    assertInstanceOf(IdentityOutcome.Stopped.class, cards.identify(asking));
    assertArrayEquals(new byte[] {1, 2, 3}, photo.bytes(), "the card was read all the same");
    assertInstanceOf(IdentityOutcome.Identified.class, cards.identify(cards.ask()));
  }

  private static IdentityOutcome identify(CardOutcome answer, Instant now) {
    CardIdentification cards = identification(answer, now);
    return cards.identify(cards.ask());
  }

  private static CardIdentification identification(CardOutcome answer, Instant now) {
    var fault = Fault.of(Fault.Code.NOT_CONNECTED);
    var reader =
        (IdentityCardReader)
            Proxy.newProxyInstance(
                CardIdentificationTest.class.getClassLoader(),
                new Class<?>[] {IdentityCardReader.class},
                (_, method, _) ->
                    method.getName().equals("read")
                        ? answer
                        : method.getName().equals("status")
                            ? new DeviceStatus.Unavailable(fault, Instant.EPOCH)
                            : null);
    return new CardIdentification(
        reader, () -> Duration.ofMillis(50), InstantSource.fixed(now), ZoneId.of("Asia/Shanghai"));
  }

  private IdentityCard card(String newestAddress) {
    return new IdentityCard(
        IdentityCard.Type.CITIZEN,
        "测试甘",
        "",
        IdentityCard.Sex.FEMALE,
        new Nation("26", "东乡"),
        "",
        LocalDate.of(1990, 1, 1),
        "甘肃省测试县测试村1号",
        newestAddress,
        "620100199001010000",
        "",
        "测试县公安局",
        new Validity(LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1)),
        photo,
        IdentityCard.Fingerprints.NOT_ASKED);
  }
}
