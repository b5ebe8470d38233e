package org.jiujin.device.chipcard;

import java.util.Arrays;

/// A PIN, as typed. Masks itself; wiped by [#close()].
///
/// @since 0.2
public final class Pin implements AutoCloseable {
  private static final int LEAST = 6;
  private static final int MOST = 8;
  private static final byte PADDING = (byte) 0xFF;

  private final byte[] digits;
  private boolean wiped;

  /// @param digits six to eight decimal digits; copied, and to be wiped by whoever brought them
  /// @throws IllegalArgumentException when it cannot be the PIN of a card
  public Pin(char[] digits) {
    if (digits.length < LEAST || digits.length > MOST) {
      throw new IllegalArgumentException("a PIN has six to eight digits");
    }
    this.digits = new byte[digits.length];
    for (int i = 0; i < digits.length; i++) {
      if (digits[i] < '0' || digits[i] > '9') {
        close();
        throw new IllegalArgumentException("a PIN has digits only");
      }
      this.digits[i] = (byte) digits[i];
    }
  }

  /// A copy as cards want it: eight bytes of ASCII, filled up with `FF` (SP 800-73-4 part 2, 2.4.3). Whoever takes it
  /// wipes it.
  ///
  /// @throws IllegalStateException when it was wiped
  public synchronized byte[] padded() {
    if (wiped) {
      throw new IllegalStateException("the PIN was wiped");
    }
    var block = new byte[MOST];
    Arrays.fill(block, PADDING);
    System.arraycopy(digits, 0, block, 0, digits.length);
    return block;
  }

  /// Overwrites the digits.
  @Override
  public synchronized void close() {
    wiped = true;
    Arrays.fill(digits, (byte) 0);
  }

  @Override
  public String toString() {
    return "Pin[masked]";
  }
}
