package org.jiujin.device.escpos;

import java.time.Duration;
import org.jiujin.device.line.Line;

/// Asks a kiosk printer's sensor at the exit whether a strip still sticks in it.
///
/// `DLE EOT 20` is answered by the full status, six bytes: `10 0F`, then paper, user, recoverable and unrecoverable;
/// bit 5 of the paper byte says that a strip is there (CUSTOM KPM150H, command reference). Nothing else may be on its way
/// when this is asked: the bytes look like other replies.
record ExitSensor(Line line) {
  private static final byte[] ASK = {0x10, 0x04, 0x14};
  private static final Duration REPLY_LIMIT = Duration.ofMillis(500);
  private static final int REPLY_BYTES = 6;
  private static final int PAPER = 2;
  private static final int STRIP_THERE = 0x20;
  private static final int MOST_NOISE = 64;

  Sight look() {
    while (line.read(Duration.ZERO).length > 0) {
      // late replies
    }
    if (!line.write(ASK)) {
      return Sight.UNKNOWN;
    }
    var heard = new byte[0];
    long deadline = System.nanoTime() + REPLY_LIMIT.toNanos();
    while (System.nanoTime() < deadline && !line.lost() && heard.length < MOST_NOISE) {
      var piece = line.read(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      heard = joined(heard, piece);
      var sight = read(heard);
      if (sight != Sight.UNKNOWN) {
        return sight;
      }
    }
    return Sight.UNKNOWN;
  }

  /// Finds the full status in what came; unknown while it is not whole.
  static Sight read(byte[] heard) {
    for (int at = 0; at + REPLY_BYTES <= heard.length; at++) {
      if (heard[at] == 0x10 && heard[at + 1] == 0x0F) {
        return (heard[at + PAPER] & STRIP_THERE) == 0 ? Sight.FREE : Sight.STRIP;
      }
    }
    return Sight.UNKNOWN;
  }

  private static byte[] joined(byte[] heard, byte[] piece) {
    var all = java.util.Arrays.copyOf(heard, heard.length + piece.length);
    System.arraycopy(piece, 0, all, heard.length, piece.length);
    return all;
  }

  /// What the sensor sees.
  enum Sight {
    FREE,
    STRIP,
    /// No answer that makes sense.
    UNKNOWN
  }
}
