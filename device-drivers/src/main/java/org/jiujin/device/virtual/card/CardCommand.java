package org.jiujin.device.virtual.card;

import java.util.Arrays;

/// A short command as it came over the contacts (ISO 7816-3, 12.1).
record CardCommand(int cla, int ins, int p1, int p2, Body body) {
  /// Takes it apart; a command that says another length than it has comes out with [Body#wrong()].
  static CardCommand parse(byte[] bytes) {
    if (bytes.length < 4) {
      return new CardCommand(0, 0, 0, 0, new Body(new byte[0], 0, true));
    }
    return new CardCommand(
        bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF, body(bytes));
  }

  private static Body body(byte[] bytes) {
    if (bytes.length == 4) {
      return new Body(new byte[0], 0, false);
    }
    int length = bytes[4] & 0xFF;
    if (bytes.length == 5) {
      return new Body(new byte[0], length == 0 ? 256 : length, false);
    }
    boolean expects = bytes.length == 6 + length;
    boolean wrong = bytes.length != 5 + length && !expects;
    int expected = expects ? bytes[bytes.length - 1] & 0xFF : 0;
    var data = wrong ? new byte[0] : Arrays.copyOfRange(bytes, 5, 5 + length);
    return new Body(data, expects && expected == 0 ? 256 : expected, wrong);
  }

  /// Class and instruction as one number.
  int code() {
    return cla << 8 | ins;
  }

  byte[] data() {
    return body.data();
  }

  /// How much is expected; 0 for nothing, or for all there is.
  int expected() {
    return body.expected();
  }

  /// What comes after the head.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Body(byte[] data, int expected, boolean wrong) {}
}
