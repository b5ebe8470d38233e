package org.jiujin.device.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiujin.device.scanner.Symbology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBytesTest {
  private static final String STREAM = "\u0002code-1\r\n\u0002code-2\r\n";

  @Test
  void takesACodeOnlyWhole() {
    var stream = bytes(STREAM);
    for (int cut = 0; cut <= stream.length; cut++) {
      var codes = new CodeBytes(new byte[] {2}, Suffix.CRLF).push(Arrays.copyOf(stream, cut));
      assertEquals(cut < 9 ? 0 : cut < 18 ? 1 : 2, codes.size(), "cut " + cut);
    }
  }

  @Test
  void doesNotMindWhereTheStreamIsCut() {
    var stream = bytes(STREAM);
    for (int cut = 0; cut <= stream.length; cut++) {
      var parser = new CodeBytes(new byte[] {2}, Suffix.CRLF);
      var codes = new ArrayList<>(parser.push(Arrays.copyOf(stream, cut)));
      codes.addAll(parser.push(Arrays.copyOfRange(stream, cut, stream.length)));
      assertEquals(List.of("code-1", "code-2"), texts(codes), "cut " + cut);
    }
  }

  @Test
  void skipsWhatHasBegunAndNothingElse() {
    var parser = new CodeBytes(new byte[0], Suffix.CRLF);
    parser.skip();
    assertEquals(List.of("code-1"), texts(parser.push(bytes("code-1\r\n"))));
    parser.push(bytes("code-"));
    parser.skip();
    assertTrue(parser.within());
    assertEquals(List.of("code-3"), texts(parser.push(bytes("2\r\ncode-3\r\n"))));
    parser.push(bytes("code-4\r"));
    parser.skip();
    assertEquals(List.of(), texts(parser.push(bytes("\n"))));
    assertTrue(parser.within(), "a suffix that was cut is not seen; a pause ends it");
    parser.pause();
    assertFalse(parser.within());
  }

  @Test
  void endsASkippedCodeByAPause() {
    var parser = new CodeBytes(new byte[0], Suffix.NONE);
    parser.push(bytes("code-1"));
    parser.skip();
    assertEquals(List.of(), texts(parser.push(bytes("rest"))));
    assertEquals(List.of(), texts(parser.pause()));
    parser.push(bytes("code-2"));
    assertEquals(List.of("code-2"), texts(parser.pause()));
  }

  @Test
  void findsAPrefixOfSeveralBytesInNoise() {
    var parser = new CodeBytes(bytes("<<c"), Suffix.CR);
    assertEquals(
        List.of("ode-1", "ode-2"),
        texts(parser.push(bytes("<noise<<<code-1\rcode-x\r<<<code-2\r"))));
  }

  @ParameterizedTest
  @CsvSource({"]Q1, QR_CODE", "]E4, EAN_8", "]E0, EAN_13", "]h0, UNTOLD"})
  void readsSymbologies(String bytes, Symbology symbology) {
    assertEquals(symbology, Aim.symbology(bytes(bytes)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "]", "]Q", "Q1]", "]1Q", "]Q?", "[Q1"})
  void takesNothingElseForASymbology(String bytes) {
    assertTrue(Aim.symbology(bytes(bytes)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r", "\u0006\u0015", "a\u0000b", "a\u001Bb", "a\u0085b"})
  void takesNoNoiseForText(String bytes) {
    assertTrue(new CodeText(false).read(bytes(bytes)).isEmpty());
  }

  @Test
  void keepsTheSeparatorsOfStructuredCodes() {
    assertEquals(
        "01\u001D10AB\u001E\u0004",
        new CodeText(false).read(bytes("01\u001D10AB\u001E\u0004")).orElseThrow().text());
    assertEquals("BEGIN\nEND", new CodeText(false).read(bytes("BEGIN\nEND")).orElseThrow().text());
    assertEquals("甘", new CodeText(false).read(bytes("\uFEFF甘")).orElseThrow().text());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(List<byte[]> codes) {
    return codes.stream().map(code -> new String(code, StandardCharsets.UTF_8)).toList();
  }
}
