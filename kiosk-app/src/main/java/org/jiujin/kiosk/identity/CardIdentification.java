package org.jiujin.kiosk.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jiujin.device.idcard.CardOutcome;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCardReader;

/// Learns from the identity card who the resident is.
///
/// The photo is wiped as soon as the card was read: nothing of this version shows it.
public final class CardIdentification {
  private static final Duration SLICE = Duration.ofSeconds(1);

  private final AtomicLong stops = new AtomicLong();
  private final IdentityCardReader reader;
  private final Supplier<Duration> patience;
  private final InstantSource time;
  private final ZoneId zone;

  /// One time of asking for a card.
  ///
  /// @param stops how often asking had been stopped before
  public record Asking(long stops) {}

  /// @param patience how long one wait for a card lasts; asked with every wait
  /// @param zone where the terminal stands; says which day it is
  public CardIdentification(
      IdentityCardReader reader, Supplier<Duration> patience, InstantSource time, ZoneId zone) {
    this.reader = reader;
    this.patience = patience;
    this.time = time;
    this.zone = zone;
  }

  /// Notes that a card is asked for from now on; [#stop()] ends what was asked for before it. Returns at once.
  public Asking ask() {
    return new Asking(stops.get());
  }

  /// Waits for a card and reads it. Blocks for the patience and the time of one reading at most.
  ///
  /// The wait is cut into slices: an asking that was stopped before its wait began must not take the card of the next
  /// resident.
  public IdentityOutcome identify(Asking asking) {
    Duration limit = patience.get();
    long deadline = System.nanoTime() + limit.toNanos();
    do {
      if (asking.stops() != stops.get()) {
        return new IdentityOutcome.Stopped();
      }
      CardOutcome outcome = reader.read(shorter(SLICE, limit));
      if (!goesOn(outcome)) {
        return said(outcome);
      }
    } while (System.nanoTime() < deadline);
    return new IdentityOutcome.NotLaid();
  }

  /// Ends every wait that was asked for so far. Returns at once; any thread.
  public void stop() {
    stops.incrementAndGet();
    reader.cancel();
  }

  /// No card yet, or noise on a line that works.
  private boolean goesOn(CardOutcome outcome) {
    return switch (outcome) {
      case CardOutcome.NoCard _ -> true;
      case CardOutcome.Failed _ -> reader.status().usable();
      case CardOutcome.Read _, CardOutcome.Unreadable _, CardOutcome.Cancelled _ -> false;
    };
  }

  private IdentityOutcome said(CardOutcome outcome) {
    return switch (outcome) {
      case CardOutcome.Read(var card) -> identified(card);
      case CardOutcome.NoCard _ -> new IdentityOutcome.NotLaid();
      case CardOutcome.Unreadable _ -> new IdentityOutcome.Unreadable();
      case CardOutcome.Failed _ -> new IdentityOutcome.ReaderAway();
      case CardOutcome.Cancelled _ -> new IdentityOutcome.Stopped();
    };
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
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
