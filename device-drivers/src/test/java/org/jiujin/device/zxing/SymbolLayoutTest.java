package org.jiujin.device.zxing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the layout says is compared with symbols that ZXing encodes.
class SymbolLayoutTest {
  static IntStream versions() {
    return IntStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void leavesRoomForAllCodewordsAndLessThanOneMore(int version) {
    int bits = CodewordPath.of(17 + 4 * version).length;
    assertEquals(Version.getVersionForNumber(version).getTotalCodewords(), bits / 8);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void knowsTheColoursOfAllFunctionModules(int version) {
    var matrix = Symbols.matrix("1", ErrorCorrectionLevel.M, version);
    var modules = FunctionModules.of(17 + 4 * version);
    for (short module : modules.known()) {
      boolean dark = matrix.get(module % modules.dimension(), module / modules.dimension()) == 1;
      assertEquals(dark, modules.kind(module) == FunctionModules.DARK, "module " + module);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void findsTheFormatThatZxingWrote(int version) {
    for (var level : ErrorCorrectionLevel.values()) {
      var format = FormatWord.of(evidence(version, level), 17 + 4 * version);
      assertEquals(level, format.level());
      assertTrue(format.likeness() > 0.99f && !format.mirrored());
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void drawsTheSymbolAgainFromItsCodewords(int version) throws Exception {
    int dimension = 17 + 4 * version;
    var evidence = evidence(version, ErrorCorrectionLevel.Q);
    var format = FormatWord.of(evidence, dimension);
    var codewords = new Codewords();
    assertTrue(codewords.mend(evidence, dimension, format));
    var drawn = CleanSymbol.draw(codewords, dimension, format);
    assertEquals("1", new com.google.zxing.qrcode.decoder.Decoder().decode(drawn).getText());
  }

  private static float[] evidence(int version, ErrorCorrectionLevel level) {
    var matrix = Symbols.matrix("1", level, version);
    int dimension = matrix.getWidth();
    var evidence = new float[dimension * dimension];
    for (int i = 0; i < evidence.length; i++) {
      evidence[i] = matrix.get(i % dimension, i / dimension) == 1 ? -1 : 1;
    }
    return evidence;
  }
}
