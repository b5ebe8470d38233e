package org.jiujin.device.idcard;

import java.util.Arrays;

/// The photo as it lies on the chip: 1024 bytes in a closed format (devices reference, 3.10), not decoded here.
///
/// Personal: masks itself and can be wiped.
///
/// @since 0.1
public final class CardPhoto {
  private final byte[] bytes;

  /// @param bytes copied
  public CardPhoto(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// A copy, for a decoder; whoever takes it wipes it.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// How long the photo is.
  public int sizeBytes() {
    return bytes.length;
  }

  /// Overwrites the photo with zeros.
  public void wipe() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "CardPhoto[" + bytes.length + " bytes]";
  }
}
