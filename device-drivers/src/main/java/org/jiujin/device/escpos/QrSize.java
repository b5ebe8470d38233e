package org.jiujin.device.escpos;

/// How large a QR code becomes (ISO/IEC 18004, byte mode, error correction M).
final class QrSize {
  /// How many bytes fit into version 1, 2, and so on.
  private static final int[] CAPACITY = {
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560
  };

  /// Beside the code, without which no reader finds it: half of what the standard asks for, the margin of the paper is
  /// the other half.
  private static final int QUIET_MODULES = 4;

  private QrSize() {}

  /// Modules along one side.
  static int modules(int bytes) {
    int version = 0;
    while (CAPACITY[version] < bytes) {
      version++;
    }
    return 21 + 4 * version;
  }

  /// The size of a module: what was asked for, or less where the paper is too narrow.
  static int moduleDots(int bytes, int wanted, int paperDots) {
    return Math.min(wanted, paperDots / (modules(bytes) + QUIET_MODULES));
  }
}
