package org.jiujin.device.sam;

import java.util.HexFormat;

/// One frame from the SAM with a right checksum (devices reference, 3.2).
///
/// Its data may be a card's text and photo, so it masks itself.
final class SamFrame {
  static final int HEAD_BYTES = 7;

  private static final byte[] PREAMBLE = HexFormat.of().parseHex("AAAAAA9669");

  private final byte[] payload;

  /// @param payload SW1 SW2 SW3 and data
  SamFrame(byte[] payload) {
    this.payload = payload;
  }

  /// The frame from host to SAM that carries these bytes.
  static byte[] encode(byte... payload) {
    var frame = new byte[HEAD_BYTES + payload.length + 1];
    System.arraycopy(PREAMBLE, 0, frame, 0, PREAMBLE.length);
    frame[5] = (byte) ((payload.length + 1) >> 8);
    frame[6] = (byte) (payload.length + 1);
    System.arraycopy(payload, 0, frame, HEAD_BYTES, payload.length);
    frame[frame.length - 1] = checksum(frame, frame.length - 1);
    return frame;
  }

  static byte[] preamble() {
    return PREAMBLE.clone();
  }

  /// XOR of everything after the preamble, up to the given index.
  static byte checksum(byte[] frame, int end) {
    byte sum = 0;
    for (int i = PREAMBLE.length; i < end; i++) {
      sum ^= frame[i];
    }
    return sum;
  }

  SamWord word() {
    return SamWord.of(payload[2] & 0xFF);
  }

  /// The status bytes as text, for the log: never personal.
  String statusText() {
    return HexFormat.of().withUpperCase().formatHex(payload, 0, 3);
  }

  int dataBytes() {
    return payload.length - 3;
  }

  /// A copy of a part of the data.
  byte[] data(int from, int length) {
    return java.util.Arrays.copyOfRange(payload, 3 + from, 3 + from + length);
  }

  /// A number of two bytes, the higher first.
  int number(int at) {
    return (payload[3 + at] & 0xFF) << 8 | (payload[4 + at] & 0xFF);
  }

  /// Overwrites the data, because a card's text may be in it.
  void wipe() {
    java.util.Arrays.fill(payload, 3, payload.length, (byte) 0);
  }

  @Override
  public String toString() {
    return "SamFrame[" + statusText() + ", " + dataBytes() + " bytes]";
  }
}
