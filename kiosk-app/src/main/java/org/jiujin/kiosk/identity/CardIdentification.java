package org.jiujin.kiosk.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCardReader;

/// Learns from the identity card who the resident is.
///
/// The photo is wiped as soon as the card was read: nothing of this version shows it.
public final class CardIdentification {
  private final IdentityCardReader reader;
  private final Duration patience;
  private final InstantSource time;
  private final ZoneId zone;

  /// @param patience how long one wait for a card lasts
  /// @param zone where the terminal stands; says which day it is
  public CardIdentification(
      IdentityCardReader reader, Duration patience, InstantSource time, ZoneId zone) {
    this.reader = reader;
    this.patience = patience;
    this.time = time;
    this.zone = zone;
  }

  /// Waits for a card and reads it. Blocks for the patience and the time of one reading at most.
  public IdentityOutcome identify() {
    return switch (reader.read(patience)) {
      case CardOutcome.Read(var card) -> identified(card);
      case CardOutcome.NoCard _ -> new IdentityOutcome.NotLaid();
      case CardOutcome.Unreadable _ -> new IdentityOutcome.Unreadable();
      case CardOutcome.Failed _ -> new IdentityOutcome.ReaderAway();
      case CardOutcome.Cancelled _ -> new IdentityOutcome.Stopped();
    };
  }

  /// Ends a wait in another thread.
  public void stop() {
    reader.cancel();
  }

  private IdentityOutcome identified(IdentityCard card) {
    var person =
        new Person(
            card.displayName(),
            new PersonalNumber(card.number()),
            inWords(card.sex()),
            card.nation().name(),
            card.birth(),
            card.currentAddress(),
            card.issuer(),
            card.validTo());
    card.wipe();
    return new IdentityOutcome.Identified(
        person, person.cardExpired(LocalDate.ofInstant(time.instant(), zone)));
  }

  private static String inWords(IdentityCard.Sex sex) {
    return switch (sex) {
      case MALE -> "男";
      case FEMALE -> "女";
      case UNKNOWN, UNSPECIFIED -> "未说明";
    };
  }
}
