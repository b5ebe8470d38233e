package org.jiujin.device.sam;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class SamParsersFuzzTest {
  @FuzzTest
  void framesNeverThrowAndNeverGrow(byte[] bytes) {
    if (new SamFrameParser().push(bytes) instanceof SamFrameParser.Progress.Complete(var frame)) {
      assertTrue(frame.dataBytes() >= 0 && frame.dataBytes() <= bytes.length);
      assertTrue(frame.toString().length() < 40);
    }
  }

  @FuzzTest
  void samIdsArePrintedOrRefused(byte[] bytes) {
    assertTrue(SamId.print(bytes).isPresent() == (bytes.length == SamId.BYTES));
  }
}
