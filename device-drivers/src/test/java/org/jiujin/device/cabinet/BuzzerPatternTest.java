package org.jiujin.device.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuzzerPatternTest {
  @ParameterizedTest
  @CsvSource({"0, true", "299, true", "300, false", "599, false", "600, true", "1499, true"})
  void buzzesInItsRhythm(int milliseconds, boolean buzzes) {
    assertEquals(buzzes, BuzzerPattern.REMINDER.buzzesAt(Duration.ofMillis(milliseconds)));
  }

  @ParameterizedTest
  @CsvSource({"1500", "1800", "100000000"})
  void endsByItself(int milliseconds) {
    assertEquals(false, BuzzerPattern.REMINDER.buzzesAt(Duration.ofMillis(milliseconds)));
  }

  @Test
  void takesNothingThatIsTooLongOrTooShort() {
    var second = Duration.ofSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> new BuzzerPattern(second, second, 6));
    assertThrows(IllegalArgumentException.class, () -> new BuzzerPattern(second, second, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new BuzzerPattern(Duration.ofMillis(99), second, 1));
    assertTrue(BuzzerPattern.ALARM.length().compareTo(BuzzerPattern.LONGEST) <= 0);
  }
}
