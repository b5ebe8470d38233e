package org.jiujin.device.barcode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.barcode.WedgeDecoder.Step;
import org.jiujin.device.scanner.CodeScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Time is the test's own: keys come when it says.
class WedgeDecoderTest {
  private static final int SCANNER = 4;
  private static final int HAND = 120;

  private final List<String> codes = new ArrayList<>();
  private final List<Boolean> swallowed = new ArrayList<>();
  private WedgeDecoder decoder = decoder("", Suffix.LINE);
  private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1); // the clock overflows meanwhile

  @Test
  void findsACodeAtTheSpeedOfAScanner() {
    type("code-0001\r", SCANNER);
    assertEquals(List.of("code-0001"), codes);
  }

  @Test
  void takesNothingThatAHandTypes() {
    type("620100\r", HAND);
    type("620100199001010000\r", 51);
    assertEquals(List.of(), codes);
    assertFalse(swallowed.contains(true));
  }

  @Test
  void findsCodesBetweenTyping() {
    type("lanzhou", HAND);
    pass(HAND);
    type("code-0001\r", SCANNER);
    pass(HAND);
    type("42\r", HAND);
    pass(HAND);
    type("code-0002\r", SCANNER);
    assertEquals(List.of("code-0001", "code-0002"), codes);
  }

  /// Two keys may come fast from a hand that rolls over them, four do not.
  @Test
  void takesAFewFastKeysForTyping() {
    type("abc\r", SCANNER);
    assertEquals(List.of(), codes);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsEveryCodeAmongTypingOfAnyRhythm(long seed) {
    var random = new Random(seed);
    var shown = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      for (int key = random.nextInt(12); key > 0; key--) {
        type(Character.toString(' ' + random.nextInt(95)), 0);
        pass(60 + random.nextInt(400));
      }
      var code = Integer.toString(1_000 + random.nextInt(1_000_000_000));
      shown.add(code);
      pass(60);
      type(code + "\r", 1 + random.nextInt(49));
      pass(60);
    }
    assertEquals(shown, codes);
  }

  @Test
  void letsAHandsKeyInFrontOfACodeBeWithThePrefix() {
    decoder = decoder("~", Suffix.CR);
    type("~code-0001\r", SCANNER);
    type("code-0002\r", SCANNER);
    assertEquals(List.of("code-0001"), codes);
    assertEquals(true, swallowed.getFirst(), "a code with prefix is known from its first key on");
  }

  @Test
  void endsACodeByAPauseWhenThereIsNoSuffix() {
    decoder = decoder("", Suffix.NONE);
    type("code-0001", SCANNER);
    now += TimeUnit.MILLISECONDS.toNanos(50);
    assertEquals("code-0001", decoder.pause(now).orElseThrow());
    assertEquals(true, decoder.pause(now).isEmpty());
    type("code-0002", SCANNER);
    pass(60);
    type("x", HAND);
    assertEquals(List.of("code-0002"), codes, "also when nobody asked in the pause");
  }

  @ParameterizedTest
  @CsvSource({"LINE", "CR", "LF", "CRLF", "TAB"})
  void knowsEverySuffix(Suffix suffix) {
    decoder = decoder("", suffix);
    var end =
        switch (suffix) {
          case CRLF, LINE -> "\r\n";
          case CR -> "\r";
          case LF -> "\n";
          case TAB -> "\t";
          case NONE -> "";
        };
    type("code-0001" + end + "code-0002" + end, SCANNER);
    assertEquals(List.of("code-0001", "code-0002"), codes);
    assertEquals(true, swallowed.getLast());
  }

  @Test
  void takesComposedTextForNoCode() {
    for (var key : List.of("c", "o", "d", "e", "兰州", "1", "2", "\r")) {
      push(key, SCANNER);
    }
    push("code", SCANNER);
    push("\r", SCANNER);
    push("\u0001", SCANNER);
    push("", SCANNER);
    assertEquals(List.of(), codes);
  }

  @Test
  void takesTheLongestCodeAndNothingLonger() {
    type("7".repeat(CodeScanner.MOST_BYTES) + "\r", SCANNER);
    type("8".repeat(CodeScanner.MOST_BYTES + 1) + "\r", SCANNER);
    type("9".repeat(3 * CodeScanner.MOST_BYTES) + "\r", SCANNER);
    pass(60);
    type("code-0001\r", SCANNER);
    assertEquals(2, codes.size());
    assertEquals(CodeScanner.MOST_BYTES, codes.getFirst().length());
    assertEquals("code-0001", codes.getLast());
  }

  @Test
  void takesACodeOnlyWhole() {
    var code = "code-0001\r";
    for (int cut = 0; cut < code.length(); cut++) {
      type(code.substring(0, cut), SCANNER);
      pass(60);
    }
    assertEquals(List.of(), codes);
  }

  @Test
  void dropsTheRestOfWhatIsSkipped() {
    type("code-", SCANNER);
    decoder.skip();
    type("0001\r", SCANNER);
    type("code-0002\r", SCANNER);
    assertEquals(List.of("code-0002"), codes);
  }

  @Test
  void showsNothingPersonal() {
    assertFalse(new Step.Code("code-0001").toString().contains("0001"));
    assertInstanceOf(Step.Typing.class, decoder.push("x", now));
  }

  private void type(String keys, int apartMilliseconds) {
    keys.chars().forEach(key -> push(Character.toString(key), apartMilliseconds));
  }

  private void push(String characters, int apartMilliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(apartMilliseconds);
    var step = decoder.push(characters, now);
    swallowed.add(!(step instanceof Step.Typing));
    if (step instanceof Step.Code(var text)) {
      codes.add(text);
    }
  }

  private void pass(int milliseconds) {
    now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  private static WedgeDecoder decoder(String prefix, Suffix suffix) {
    return new WedgeDecoder(prefix, suffix, TimeUnit.MILLISECONDS.toNanos(49));
  }
}
