package org.jiujin.device.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.jiujin.device.scanner.CodeScanner;

/// As plain tests these replay their seeds; with JAZZER_FUZZ=1 they search.
class BarcodeFuzzTest {
  private static final int GAP = 50;

  @FuzzTest
  void codesAreCutOrDropped(byte[] bytes) {
    for (var suffix : Suffix.values()) {
      var parser = new CodeBytes(new byte[] {2}, suffix);
      var codes = parser.push(bytes);
      codes.addAll(parser.pause());
      for (var code : codes) {
        assertTrue(code.length > 0 && code.length <= CodeScanner.MOST_BYTES);
      }
      assertTrue(codes.size() <= bytes.length);
      assertTrue(!parser.within());
    }
  }

  @FuzzTest
  void textsAreReadOrDropped(byte[] bytes) {
    new CodeText(true).read(bytes).ifPresent(code -> assertEquals(']', bytes[start(bytes)]));
    new CodeText(false)
        .read(bytes)
        .ifPresent(
            code -> assertTrue(!code.text().isBlank() && code.toString().contains("masked")));
  }

  @FuzzTest
  void keysAreTypingOrCodes(byte[] bytes) {
    var decoder = new WedgeDecoder("", Suffix.LINE, GAP);
    long now = 0;
    for (byte next : bytes) {
      now += next < 0 ? 2 * GAP : 1;
      var step = decoder.push(new String(new byte[] {next}, StandardCharsets.ISO_8859_1), now);
      if (step instanceof WedgeDecoder.Step.Code(var text)) {
        assertTrue(text.length() >= 4 && text.length() <= CodeScanner.MOST_BYTES);
        assertTrue(text.chars().noneMatch(key -> key == '\r' || key == '\n'));
      }
    }
  }

  private static int start(byte[] bytes) {
    int at = 0;
    while (bytes[at] == 0x06 || bytes[at] == 0x15) {
      at++;
    }
    return at;
  }
}
