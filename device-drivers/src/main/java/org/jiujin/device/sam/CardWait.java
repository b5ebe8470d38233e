package org.jiujin.device.sam;

import java.time.Duration;
import java.util.Optional;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardOutcome;

/// Decides after each try whether waiting for a card goes on.
final class CardWait {
  /// A card on its way to the plate fails once or twice.
  private static final int MOST_CARD_FAULTS = 3;

  /// A card that failed and is not found any more, a second long, was taken for read: it must be laid again.
  private static final int TRIES_AFTER_FAULT = 10;

  private final long deadline;
  private int cardFaults;
  private int triesSinceFault;
  private CardOutcome atTheEnd = new CardOutcome.NoCard();

  CardWait(Duration patience) {
    deadline = System.nanoTime() + patience.toNanos();
  }

  /// Noise and one lost answer pass; waiting goes on over them.
  static boolean passing(Fault fault) {
    return fault.code() == Fault.Code.NO_ANSWER || fault.code() == Fault.Code.GARBLED_ANSWER;
  }

  /// How the wait ends now; empty when it goes on.
  ///
  /// @param readerUsable whether the reader's status is good in spite of the result
  Optional<CardOutcome> after(CardCycle.Result result, boolean readerUsable) {
    return switch (result) {
      case CardCycle.Result.Card(var card) -> Optional.of(new CardOutcome.Read(card));
      case CardCycle.Result.CardFault(var fault) -> cardFault(fault);
      case CardCycle.Result.ReaderFault(var fault) -> readerFault(fault, readerUsable);
      case CardCycle.Result.NoCard _ -> noCard();
    };
  }

  private Optional<CardOutcome> cardFault(Fault fault) {
    atTheEnd = new CardOutcome.Unreadable(fault);
    triesSinceFault = 0;
    return ++cardFaults >= MOST_CARD_FAULTS ? Optional.of(atTheEnd) : untilDeadline();
  }

  private Optional<CardOutcome> readerFault(Fault fault, boolean readerUsable) {
    var failed = new CardOutcome.Failed(fault);
    if (!passing(fault) || !readerUsable) {
      return Optional.of(failed);
    }
    if (cardFaults == 0) {
      atTheEnd = failed;
    }
    return untilDeadline();
  }

  private Optional<CardOutcome> noCard() {
    if (cardFaults == 0) {
      atTheEnd = new CardOutcome.NoCard();
    } else if (++triesSinceFault >= TRIES_AFTER_FAULT) {
      return Optional.of(atTheEnd);
    }
    return untilDeadline();
  }

  private Optional<CardOutcome> untilDeadline() {
    return System.nanoTime() < deadline ? Optional.empty() : Optional.of(atTheEnd);
  }
}
