package org.jiujin.device.sam;

import java.util.Arrays;
import java.util.Optional;
import org.jiujin.device.idcard.CardPhoto;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.IdentityCard.Fingerprints;
import org.jiujin.device.idcard.chip.CardText;

/// What a card says in answer to 30 01 or 30 10: the parts are cut by the lengths that the data begins with, never by the
/// total (devices reference, 3.4). Fingerprints are not copied out of the frame.
final class CardParts {
  private final byte[] text;
  private final byte[] photo;
  private final Fingerprints fingerprints;

  private CardParts(byte[] text, byte[] photo, Fingerprints fingerprints) {
    this.text = text;
    this.photo = photo;
    this.fingerprints = fingerprints;
  }

  /// Cuts a frame; empty when its lengths do not fit.
  static Optional<CardParts> of(SamFrame frame, SamCommand command) {
    boolean three = command == SamCommand.READ_WITH_FINGERPRINTS;
    int head = three ? 6 : 4;
    if (frame.dataBytes() < head) {
      return Optional.empty();
    }
    int text = frame.number(0);
    int photo = frame.number(2);
    int fingers = three ? frame.number(4) : 0;
    if (text != CardText.BYTES || frame.dataBytes() < head + text + photo + fingers) {
      return Optional.empty();
    }
    return Optional.of(
        new CardParts(
            frame.data(head, text),
            frame.data(head + text, photo),
            !three
                ? Fingerprints.NOT_ASKED
                : fingers == 0 ? Fingerprints.NONE : Fingerprints.PRESENT));
  }

  /// The card; empty when the text is no card's text.
  Optional<IdentityCard> card(String newestAddress) {
    return CardText.parse(text, newestAddress, new CardPhoto(photo))
        .map(card -> card.with(fingerprints));
  }

  void wipe() {
    Arrays.fill(text, (byte) 0);
    Arrays.fill(photo, (byte) 0);
  }
}
