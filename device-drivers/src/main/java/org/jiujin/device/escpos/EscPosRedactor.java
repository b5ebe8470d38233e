package org.jiujin.device.escpos;

import java.util.Arrays;
import org.jiujin.device.line.Redactor;

/// Keeps the questions about a printer's status and what it answers; of what is printed only the number of bytes stays.
final class EscPosRedactor implements Redactor {
  private static final int LONGEST_QUESTION = 4;

  @Override
  public byte[] pass(Direction direction, byte[] bytes) {
    var passed = bytes.clone();
    if (direction == Direction.TO_DEVICE && !asks(bytes)) {
      Arrays.fill(passed, (byte) 'x');
    }
    return passed;
  }

  @Override
  public byte[] rest(Direction direction) {
    return new byte[0];
  }

  /// DLE EOT, GS r and GS a are sent by themselves.
  private static boolean asks(byte[] bytes) {
    return bytes.length >= 3
        && bytes.length <= LONGEST_QUESTION
        && (begins(bytes, 0x10, 0x04) || begins(bytes, 0x1D, 'r') || begins(bytes, 0x1D, 'a'));
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes[0] == first && bytes[1] == second;
  }
}
