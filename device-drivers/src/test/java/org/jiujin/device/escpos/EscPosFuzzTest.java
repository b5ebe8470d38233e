package org.jiujin.device.escpos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// As a plain test this replays its seeds; with JAZZER_FUZZ=1 it searches.
class EscPosFuzzTest {
  @FuzzTest
  void printerRepliesAreUnderstoodOrDropped(byte[] bytes) {
    var replies = new StatusParser().push(bytes);
    assertTrue(replies.size() <= bytes.length);
    for (var reply : replies) {
      if (reply instanceof StatusParser.Reply.RealTime(var bits)) {
        var state = new PrinterState(bits, bits, bits, bits);
        assertTrue(state.obstacle().isPresent() || (bits & 0x68) == 0);
      }
    }
  }

  @FuzzTest
  void theFullStatusIsFoundOrNot(byte[] bytes) {
    var sight = ExitSensor.read(bytes);
    assertTrue(bytes.length >= 6 || sight == ExitSensor.Sight.UNKNOWN);
  }
}
