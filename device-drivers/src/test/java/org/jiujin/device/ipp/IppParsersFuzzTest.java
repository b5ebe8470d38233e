package org.jiujin.device.ipp;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class IppParsersFuzzTest {
  @FuzzTest
  void printerAnswersAreReadOrCalledGarbled(byte[] bytes) {
    assertFalse(IppWire.parsed(bytes, 1, PrinterFacts::of) instanceof IppReply.Unsent);
  }

  @FuzzTest
  void jobAnswersAreReadOrCalledGarbled(byte[] bytes) {
    assertFalse(IppWire.parsed(bytes, 1, JobFacts::of) instanceof IppReply.Unsent);
    assertFalse(IppWire.parsed(bytes, 1, JobFacts::listOf) instanceof IppReply.Unsent);
  }
}
