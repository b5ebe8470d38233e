package org.jiujin.device.iso7816;

import java.util.Arrays;

/// A short command to a card (ISO 7816-4, 5.1). Its data may be a PIN, so it masks itself and can be wiped.
public final class Apdu {
  /// The most data that one short command carries.
  public static final int MOST_DATA = 255;

  /// The answer may be as long as it likes, up to 256 bytes.
  public static final int ANY_LENGTH = 256;

  private static final int NO_ANSWER_DATA = 0;
  private static final int HEAD_BYTES = 4;

  private final byte[] head;
  private final byte[] data;
  private final int expected;

  private Apdu(byte[] head, byte[] data, int expected) {
    this.head = head;
    this.data = data;
    this.expected = expected;
  }

  /// A command without data that expects none.
  public static Apdu of(int cla, int ins, int p1, int p2) {
    return new Apdu(
        new byte[] {(byte) cla, (byte) ins, (byte) p1, (byte) p2}, new byte[0], NO_ANSWER_DATA);
  }

  /// The same command with data; copied.
  ///
  /// @throws IllegalArgumentException when it is longer than [#MOST_DATA]
  public Apdu with(byte[] bytes) {
    if (bytes.length > MOST_DATA) {
      throw new IllegalArgumentException("longer than one command: " + bytes.length);
    }
    return new Apdu(head, bytes.clone(), expected);
  }

  /// The same command, expecting so much data.
  ///
  /// @param bytes 1 to [#ANY_LENGTH]
  public Apdu expecting(int bytes) {
    if (bytes < 1 || bytes > ANY_LENGTH) {
      throw new IllegalArgumentException("not an expected length: " + bytes);
    }
    return new Apdu(head, data, bytes);
  }

  /// The same command, to be followed by more of its data.
  Apdu continued() {
    var chained = head.clone();
    chained[0] |= 0x10;
    return new Apdu(chained, data, NO_ANSWER_DATA);
  }

  /// Whether it could be sent again with another expected length: it carries no data, and wants some.
  boolean onlyFetches() {
    return data.length == 0 && expected != NO_ANSWER_DATA;
  }

  /// The bytes for T=1; whoever takes them wipes them.
  public byte[] encoded() {
    int lc = data.length == 0 ? 0 : 1;
    int le = expected == NO_ANSWER_DATA ? 0 : 1;
    var bytes = Arrays.copyOf(head, HEAD_BYTES + lc + data.length + le);
    if (lc == 1) {
      bytes[HEAD_BYTES] = (byte) data.length;
      System.arraycopy(data, 0, bytes, HEAD_BYTES + 1, data.length);
    }
    if (le == 1) {
      bytes[bytes.length - 1] = (byte) expected;
    }
    return bytes;
  }

  /// The bytes for T=0, which knows one length only (ISO 7816-3, 12.2); whoever takes them wipes them.
  public byte[] encodedForT0() {
    var bytes = encoded();
    if (bytes.length == HEAD_BYTES) {
      return Arrays.copyOf(bytes, HEAD_BYTES + 1);
    }
    if (data.length > 0 && expected != NO_ANSWER_DATA) {
      var shorter = Arrays.copyOf(bytes, bytes.length - 1);
      Arrays.fill(bytes, (byte) 0);
      return shorter;
    }
    return bytes;
  }

  /// Overwrites the data.
  void wipe() {
    Arrays.fill(data, (byte) 0);
  }

  @Override
  public String toString() {
    return "Apdu[%02X%02X, %d bytes]".formatted(head[0], head[1], data.length);
  }
}
