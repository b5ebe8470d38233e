package org.jiujin.device.iso7816;

import org.jiujin.device.Fault;
import org.jiujin.device.chipcard.Insertion;

/// Finds out what a card is by asking for one application after another.
public final class CardRecognition {
  private CardRecognition() {}

  /// Reads the first application that the card has; [CardReading.Unreadable] with `CARD_UNKNOWN` when it has none.
  public static CardReading read(CardSession session, Insertion insertion)
      throws ExchangeException {
    var reading = new SsseCard(session, insertion).read();
    if (reading instanceof CardReading.OtherKind) {
      reading = new PivCard(session).read(insertion);
    }
    if (reading instanceof CardReading.OtherKind) {
      reading = new EmvCard(session, insertion).read();
    }
    return reading instanceof CardReading.OtherKind
        ? new CardReading.Unreadable(Fault.of(Fault.Code.CARD_UNKNOWN))
        : reading;
  }
}
