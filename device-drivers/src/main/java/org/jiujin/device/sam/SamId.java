package org.jiujin.device.sam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// The security module's own number (devices reference, 3.7).
final class SamId {
  static final int BYTES = 16;

  private SamId() {}

  /// The printed form, `05.02-20200101-0001234567-0007654321` for example; empty for a wrong length.
  static Optional<String> print(byte[] id) {
    if (id.length != BYTES) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(id).order(ByteOrder.LITTLE_ENDIAN);
    return Optional.of(
        "%02d.%02d-%08d-%010d-%010d"
            .formatted(
                bytes.get(0) & 0xFF,
                bytes.get(2) & 0xFF,
                unsigned(bytes, 4),
                unsigned(bytes, 8),
                unsigned(bytes, 12)));
  }

  private static long unsigned(ByteBuffer bytes, int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }
}
