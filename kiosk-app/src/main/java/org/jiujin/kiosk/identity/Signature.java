package org.jiujin.kiosk.identity;

import java.util.Arrays;

/// What a resident drew with a finger to sign. Personal: `toString` tells the size only.
public final class Signature {
  private final byte[] png;

  /// @param png the drawing as a PNG picture; copied
  public Signature(byte[] png) {
    this.png = png.clone();
  }

  /// A copy of the picture. All zero after [#wipe()].
  public byte[] png() {
    return png.clone();
  }

  /// Overwrites the picture.
  public void wipe() {
    Arrays.fill(png, (byte) 0);
  }

  @Override
  public String toString() {
    return "Signature[" + png.length + " bytes]";
  }
}
