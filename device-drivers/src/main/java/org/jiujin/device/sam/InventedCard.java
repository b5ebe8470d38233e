package org.jiujin.device.sam;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jiujin.device.idcard.chip.CardText;

/// An invented person of the same kind of card, for recordings. The number carries the order code 000, which is never issued.
final class InventedCard {
  private static final int TYPE_AT = 248;
  private static final String ADDRESS = "甘肃省测试县测试村1号";
  private static final String BIRTH = "19900101";
  private static final String VALID = "20200101" + "20400101";

  private InventedCard() {}

  /// Overwrites an added address.
  ///
  /// @param at where its 70 bytes begin
  static void address(byte[] frame, int at) {
    put(frame, at, 70, ADDRESS);
  }

  /// Overwrites the text block, and blanks photo and fingerprints.
  ///
  /// @param data where the lengths of the parts begin
  /// @param end where the checksum stands
  static void card(byte[] frame, int data, int end) {
    int text = end - data >= 4 ? data + lengths(frame, data) : end;
    if (text + CardText.BYTES > end) {
      Arrays.fill(frame, Math.min(end, data + 4), end, (byte) 0);
      return;
    }
    char type = (char) ((frame[text + TYPE_AT] & 0xFF) | (frame[text + TYPE_AT + 1] & 0xFF) << 8);
    Arrays.fill(frame, text + CardText.BYTES, end, (byte) 0);
    put(frame, text, CardText.BYTES, "");
    if (type == 'I') {
      foreigner2017(frame, text);
    } else {
      common(frame, text, type);
    }
    put(frame, text + TYPE_AT, 2, String.valueOf(type == 0 ? ' ' : type));
  }

  /// Text and photo have two bytes of length each in front of the data; fingerprints have a third (devices reference, 3.4).
  private static int lengths(byte[] frame, int data) {
    int first = number(frame, data) + number(frame, data + 2);
    boolean fingerprints = frame.length - data - 1 != 4 + first;
    return fingerprints ? 6 : 4;
  }

  private static int number(byte[] frame, int at) {
    return (frame[at] & 0xFF) << 8 | (frame[at + 1] & 0xFF);
  }

  private static void common(byte[] frame, int text, char type) {
    put(frame, text, 30, "测试");
    put(frame, text + 30, 2, "1");
    put(frame, text + 32, 4, type == 'J' ? "" : type == 'Y' ? "00" : "01");
    put(frame, text + 36, 16, BIRTH);
    put(frame, text + 52, 70, type == 'Y' ? "TEST, SAMPLE" : ADDRESS);
    put(frame, text + 122, 36, number(type));
    put(frame, text + 158, 30, type == 'Y' ? "" : "测试县公安局");
    put(frame, text + 188, 32, VALID);
    if (type == 'J') {
      put(frame, text + 220, 18, "H00000000");
      put(frame, text + 238, 4, "01");
    } else if (type == 'Y') {
      put(frame, text + 242, 6, "USA");
    }
  }

  private static String number(char type) {
    return switch (type) {
      case 'J' -> "810000199001010000";
      case 'Y' -> "931840199001010003";
      default -> "620100199001010000";
    };
  }

  private static void foreigner2017(byte[] frame, int text) {
    put(frame, text, 120, "TEST, SAMPLE");
    put(frame, text + 120, 2, "1");
    put(frame, text + 122, 30, "USA310000900101");
    put(frame, text + 152, 6, "USA");
    put(frame, text + 158, 30, "测试");
    put(frame, text + 188, 32, VALID);
    put(frame, text + 220, 16, BIRTH);
    put(frame, text + 236, 4, "01");
    put(frame, text + 240, 8, "1500");
  }

  /// A field of UTF-16LE, filled up with blanks.
  private static void put(byte[] frame, int at, int length, String value) {
    var field = value + " ".repeat(length / 2 - value.length());
    System.arraycopy(field.getBytes(StandardCharsets.UTF_16LE), 0, frame, at, length);
  }
}
