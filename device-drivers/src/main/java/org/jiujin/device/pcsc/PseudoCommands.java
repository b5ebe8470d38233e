package org.jiujin.device.pcsc;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jiujin.device.Fault;
import org.jiujin.device.idcard.CardPhoto;
import org.jiujin.device.idcard.IdentityCard;
import org.jiujin.device.idcard.chip.CardText;
import org.jiujin.device.iso7816.Apdu;
import org.jiujin.device.iso7816.CardSession;
import org.jiujin.device.iso7816.ExchangeException;

/// Commands that the reader answers itself, in six pieces: `FF B0 00` to `FF B0 05` (devices reference, 3.1).
///
/// Put together the pieces are 4 bytes of lengths, 256 of text and 1024 of photo. Where one piece ends and the next begins
/// differs between readers, so the joined bytes are cut and not the pieces.
final class PseudoCommands {
  private static final int CLASS = 0xFF;
  private static final int READ = 0xB0;
  private static final int PIECES = 6;
  private static final int LENGTHS_BYTES = 4;
  private static final int PHOTO_BYTES = 1024;
  private static final int ALL_BYTES = LENGTHS_BYTES + CardText.BYTES + PHOTO_BYTES;

  private final CardSession session;

  PseudoCommands(CardSession session) {
    this.session = session;
  }

  Reading read() throws ExchangeException {
    var joined = new ByteArrayOutputStream(ALL_BYTES);
    for (int piece = 0; piece < PIECES; piece++) {
      var reply = session.exchange(Apdu.of(CLASS, READ, piece, 0).expecting(Apdu.ANY_LENGTH));
      if (!reply.word().ok()) {
        return new Reading.Unreadable(reply.word().fault());
      }
      joined.writeBytes(reply.data());
      reply.wipe();
    }
    var bytes = joined.toByteArray();
    try {
      return parse(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  static Reading parse(byte[] bytes) {
    if (bytes.length != ALL_BYTES) {
      return malformed();
    }
    int photoAt = LENGTHS_BYTES + CardText.BYTES;
    var text = Arrays.copyOfRange(bytes, LENGTHS_BYTES, photoAt);
    var photo = Arrays.copyOfRange(bytes, photoAt, bytes.length);
    var card = CardText.parse(text, "", new CardPhoto(photo));
    Arrays.fill(text, (byte) 0);
    Arrays.fill(photo, (byte) 0);
    return card.<Reading>map(Reading.Card::new).orElseGet(PseudoCommands::malformed);
  }

  private static Reading malformed() {
    return new Reading.Unreadable(Fault.of(Fault.Code.CARD_UNREADABLE, "text block"));
  }

  sealed interface Reading {
    record Card(IdentityCard card) implements Reading {}

    record Unreadable(Fault fault) implements Reading {}
  }
}
