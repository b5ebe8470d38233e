package org.jiujin.device.virtual.card;

import java.io.ByteArrayOutputStream;

/// Answers of cards.
final class CardAnswer {
  static final int OK = 0x9000;
  static final int WRONG_LENGTH = 0x6700;
  static final int SECURITY = 0x6982;
  static final int BLOCKED = 0x6983;
  static final int WRONG_DATA = 0x6A80;
  static final int NO_FILE = 0x6A82;
  static final int NO_RECORD = 0x6A83;
  static final int WRONG_PARAMETERS = 0x6A86;
  static final int NO_INSTRUCTION = 0x6D00;

  private CardAnswer() {}

  static byte[] of(int word, byte[]... data) {
    var bytes = new ByteArrayOutputStream();
    for (var part : data) {
      bytes.writeBytes(part);
    }
    bytes.write(word >> 8);
    bytes.write(word);
    return bytes.toByteArray();
  }

  /// A BER-TLV object with a tag of one to three bytes.
  static byte[] object(int tag, byte[]... parts) {
    var value = new ByteArrayOutputStream();
    for (var part : parts) {
      value.writeBytes(part);
    }
    var object = new ByteArrayOutputStream();
    for (int shift = tag > 0xFFFF ? 16 : tag > 0xFF ? 8 : 0; shift >= 0; shift -= 8) {
      object.write(tag >> shift);
    }
    int length = value.size();
    if (length > 0xFF) {
      object.write(0x82);
      object.write(length >> 8);
    } else if (length > 0x7F) {
      object.write(0x81);
    }
    object.write(length);
    object.writeBytes(value.toByteArray());
    return object.toByteArray();
  }
}
