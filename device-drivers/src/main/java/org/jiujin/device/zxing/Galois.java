package org.jiujin.device.zxing;

/// Arithmetic in the field of 256 elements that QR codes use, with polynomial `x^8 + x^4 + x^3 + x^2 + 1`.
final class Galois {
  private static final int POLYNOMIAL = 0x11D;
  private static final int[] POWER = new int[512];
  private static final int[] LOG = new int[256];

  static {
    int x = 1;
    for (int i = 0; i < 255; i++) {
      POWER[i] = x;
      POWER[i + 255] = x;
      LOG[x] = i;
      x <<= 1;
      if (x > 255) {
        x ^= POLYNOMIAL;
      }
    }
  }

  private Galois() {}

  static int times(int a, int b) {
    return a == 0 || b == 0 ? 0 : POWER[LOG[a] + LOG[b]];
  }

  /// @param b not zero
  static int over(int a, int b) {
    return a == 0 ? 0 : POWER[LOG[a] + 255 - LOG[b]];
  }

  /// A power of the field's generator.
  static int power(int exponent) {
    return POWER[Math.floorMod(exponent, 255)];
  }
}
