package org.jiujin.device.iso7816;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One object of BER-TLV (ISO 7816-4, 5.2.2): tags up to three bytes, definite lengths only.
///
/// What is inside an object is parsed when it is asked for, so that no nesting, however deep, costs anything. Masks itself.
final class Tlv {
  private static final int MOST_OBJECTS = 256;

  private final int tag;
  private final byte[] value;

  private Tlv(int tag, byte[] value) {
    this.tag = tag;
    this.value = value;
  }

  int tag() {
    return tag;
  }

  byte[] value() {
    return value;
  }

  /// All objects of one level; empty when the bytes are anything else, cut short for example.
  static Optional<List<Tlv>> parse(byte[] bytes) {
    var cursor = new Cursor(bytes);
    var objects = new ArrayList<Tlv>();
    while (cursor.skipPadding()) {
      var next = cursor.next();
      if (next.isEmpty() || objects.size() == MOST_OBJECTS) {
        return Optional.empty();
      }
      objects.add(next.get());
    }
    return Optional.of(List.copyOf(objects));
  }

  /// The value at the end of a path of tags, the first where there are several.
  static Optional<byte[]> find(byte[] bytes, int... path) {
    var inside = Optional.of(bytes);
    for (int tag : path) {
      inside =
          inside
              .flatMap(Tlv::parse)
              .flatMap(level ->
                  level.stream().filter(one -> one.tag == tag).map(Tlv::value).findFirst());
    }
    return inside;
  }

  /// An object as bytes.
  static byte[] encode(int tag, byte[] value) {
    if (tag > 0xFF || value.length > 0xFFFF) {
      throw new IllegalArgumentException("not needed by any command: tag or length");
    }
    var head =
        value.length < 0x80
            ? new byte[] {(byte) tag, (byte) value.length}
            : value.length < 0x100
                ? new byte[] {(byte) tag, (byte) 0x81, (byte) value.length}
                : new byte[] {
                  (byte) tag, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length
                };
    var bytes = java.util.Arrays.copyOf(head, head.length + value.length);
    System.arraycopy(value, 0, bytes, head.length, value.length);
    return bytes;
  }

  @Override
  public String toString() {
    return "Tlv[%X, %d bytes]".formatted(tag, value.length);
  }

  private static final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    /// Zeros may stand between objects (EMV book 3, B1); false at the end.
    boolean skipPadding() {
      while (at < bytes.length && bytes[at] == 0) {
        at++;
      }
      return at < bytes.length;
    }

    Optional<Tlv> next() {
      int tag = tag();
      int length = length();
      if (tag < 0 || length < 0 || length > bytes.length - at) {
        return Optional.empty();
      }
      var value = java.util.Arrays.copyOfRange(bytes, at, at + length);
      at += length;
      return Optional.of(new Tlv(tag, value));
    }

    private int tag() {
      int tag = octet();
      if ((tag & 0x1F) != 0x1F) {
        return tag;
      }
      for (int i = 0; i < 2; i++) {
        int more = octet();
        if (more < 0) {
          return -1;
        }
        tag = tag << 8 | more;
        if ((more & 0x80) == 0) {
          return tag;
        }
      }
      return -1;
    }

    private int length() {
      int first = octet();
      return switch (first) {
        case 0x81 -> octet();
        case 0x82 -> {
          int high = octet();
          int low = octet();
          yield high < 0 || low < 0 ? -1 : high << 8 | low;
        }
        default -> first < 0x80 ? first : -1;
      };
    }

    private int octet() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }
  }
}
