package org.jiujin.device.virtual;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class VirtualDevicesFuzzTest {
  @FuzzTest
  void theVirtualPrinterTakesAnything(byte[] bytes) {
    var printer = new PrinterPeer(PrinterModel.COMMON.printing(0));
    printer.exchange(bytes);
    for (var strip : printer.strips()) {
      assertTrue(strip.text().length() <= 40 * bytes.length);
    }
  }

  @FuzzTest
  void theVirtualReaderTakesAnything(byte[] bytes) {
    var reader = new SamPeer();
    reader.lay(VirtualCards.all().getFirst());
    for (var answer : reader.exchange(bytes)) {
      assertTrue(answer.length >= 11);
    }
  }
}
