package org.jiujin.device.escpos;

import java.util.ArrayList;
import java.util.List;

/// Tells apart what a printer sends: real-time replies, automatic status, and replies in order (devices reference, 6.2
/// and 6.3). Any byte is accepted; what fits nothing is dropped.
final class StatusParser {
  private static final int MARK = 0x93;
  private static final int AUTO_STATUS_BYTES = 4;

  private final int[] autoStatus = new int[AUTO_STATUS_BYTES];
  private int autoStatusSeen;

  List<Reply> push(byte[] bytes) {
    var replies = new ArrayList<Reply>();
    for (byte next : bytes) {
      push(next & 0xFF, replies);
    }
    return replies;
  }

  /// Forgets an automatic status that was cut short.
  void reset() {
    autoStatusSeen = 0;
  }

  private void push(int next, List<Reply> replies) {
    if ((next & MARK) == 0x12) {
      autoStatusSeen = 0; // its own bytes never look like this
      replies.add(new Reply.RealTime(next));
    } else if ((next & MARK) == 0x10) {
      autoStatus[0] = next;
      autoStatusSeen = 1;
    } else if ((next & 0x90) == 0) {
      if (autoStatusSeen == 0) {
        replies.add(new Reply.InOrder());
      } else {
        autoStatus(next, replies);
      }
    }
  }

  private void autoStatus(int next, List<Reply> replies) {
    autoStatus[autoStatusSeen++] = next;
    if (autoStatusSeen == AUTO_STATUS_BYTES) {
      autoStatusSeen = 0;
      replies.add(
          new Reply.AutoStatus(
              PrinterState.ofAutoStatus(autoStatus[0], autoStatus[1], autoStatus[2])));
    }
  }

  /// One thing that the printer said.
  sealed interface Reply {
    /// To `DLE EOT n`; which n, only the asker knows.
    record RealTime(int bits) implements Reply {}

    /// To `GS r`: everything before it was printed.
    record InOrder() implements Reply {}

    /// An automatic status, come in whole.
    record AutoStatus(PrinterState state) implements Reply {}
  }
}
