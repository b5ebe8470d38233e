package org.jiujin.device.virtual;

import java.nio.charset.StandardCharsets;

/// A card with invented data, as the SAM hands it over.
public final class VirtualCard {
  private static final int TEXT_BYTES = 256;
  private static final int PHOTO_BYTES = 1024;
  private static final int ADDRESS_BYTES = 70;
  private static final int FINGERPRINT_BYTES = 1024;

  private final String id;
  private final byte[] text;
  private final byte[] newestAddress;
  private final byte[] fingerprints;

  private VirtualCard(String id, byte[] text, byte[] newestAddress, byte[] fingerprints) {
    this.id = id;
    this.text = text;
    this.newestAddress = newestAddress;
    this.fingerprints = fingerprints;
  }

  /// A card with fields at their places.
  static VirtualCard of(String id, Field... fields) {
    return new VirtualCard(id, block(TEXT_BYTES, fields), new byte[0], new byte[0]);
  }

  /// The same card after its holder moved.
  VirtualCard movedTo(String otherId, String address) {
    return new VirtualCard(
        otherId, text, block(ADDRESS_BYTES, new Field(0, ADDRESS_BYTES, address)), fingerprints);
  }

  /// The same card with two templates of nothing, for the right thumb and the left.
  VirtualCard withFingerprints(String otherId) {
    var templates = new byte[FINGERPRINT_BYTES];
    templates[5] = 0x0B;
    templates[FINGERPRINT_BYTES / 2 + 5] = 0x10;
    return new VirtualCard(otherId, text, newestAddress, templates);
  }

  private static byte[] block(int size, Field... fields) {
    var block = new byte[size];
    for (int i = 0; i < size; i += 2) {
      block[i] = ' ';
    }
    for (var field : fields) {
      var bytes = field.content().getBytes(StandardCharsets.UTF_16LE);
      if (bytes.length > field.length()) {
        throw new IllegalArgumentException("too long for the field at " + field.from());
      }
      System.arraycopy(bytes, 0, block, field.from(), bytes.length);
    }
    return block;
  }

  /// What the bench calls it.
  public String id() {
    return id;
  }

  /// The text block, 256 bytes.
  public byte[] text() {
    return text.clone();
  }

  /// Zeros: there is no picture of an invented person.
  public byte[] photo() {
    return new byte[PHOTO_BYTES];
  }

  /// The address that was added to the chip, 70 bytes, or none.
  byte[] newestAddress() {
    return newestAddress.clone();
  }

  /// Two templates of 512 bytes, or none.
  byte[] fingerprints() {
    return fingerprints.clone();
  }

  @Override
  public String toString() {
    return "VirtualCard[" + id + "]";
  }

  /// A text at its place.
  record Field(int from, int length, String content) {}
}
