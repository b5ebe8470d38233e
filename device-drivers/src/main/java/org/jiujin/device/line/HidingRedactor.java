package org.jiujin.device.line;

import java.util.Arrays;

/// Hides one way, both, or none; keeps the number of bytes.
record HidingRedactor(boolean toDevice, boolean fromDevice) implements Redactor {
  @Override
  public byte[] pass(Direction direction, byte[] bytes) {
    var passed = bytes.clone();
    if (direction == Direction.TO_DEVICE ? toDevice : fromDevice) {
      Arrays.fill(passed, (byte) 'x');
    }
    return passed;
  }

  @Override
  public byte[] rest(Direction direction) {
    return new byte[0];
  }
}
