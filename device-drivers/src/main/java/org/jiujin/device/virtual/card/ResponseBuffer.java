package org.jiujin.device.virtual.card;

import java.util.Arrays;

/// What a card has still to say, because one answer carries 256 bytes at most: 61xx and GET RESPONSE (ISO 7816-4, 7.6.1).
final class ResponseBuffer {
  private static final int MOST = 256;

  private byte[] waiting = new byte[0];

  /// Answers with the first piece, and keeps the rest.
  byte[] begin(byte[] data) {
    waiting = data;
    return next(MOST);
  }

  /// Keeps everything, as T=0 cards do that answer no command with data at once.
  byte[] keep(byte[] data) {
    waiting = data;
    return CardAnswer.of(0x6100 | (Math.min(data.length, MOST) & 0xFF));
  }

  byte[] next(int most) {
    var piece = Arrays.copyOf(waiting, Math.min(most, waiting.length));
    waiting = Arrays.copyOfRange(waiting, piece.length, waiting.length);
    int word =
        waiting.length == 0 ? CardAnswer.OK : 0x6100 | (Math.min(waiting.length, MOST) & 0xFF);
    return CardAnswer.of(word, piece);
  }

  void forget() {
    waiting = new byte[0];
  }
}
