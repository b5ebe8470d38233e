package org.jiujin.device.barcode;

import java.util.function.BooleanSupplier;
import org.jiujin.device.line.Line;

/// Something that a scanner is told to begin and to end: reading, light. Lane only.
final class Lever {
  private final byte[] on;
  private final byte[] off;
  private final BooleanSupplier wanted;
  private boolean told;

  /// @param on what begins it; empty when this scanner has no such thing
  Lever(byte[] on, byte[] off, BooleanSupplier wanted) {
    this.on = on.clone();
    this.off = off.clone();
    this.wanted = wanted;
  }

  boolean exists() {
    return on.length > 0;
  }

  /// Tells the scanner, if it was not told yet; false when the line is lost.
  boolean settle(Line line) {
    boolean now = wanted.getAsBoolean();
    if (!exists() || told == now) {
      return true;
    }
    told = now;
    return line.write(now ? on : off);
  }

  /// The scanner was away and has forgotten.
  void forget() {
    told = false;
  }
}
