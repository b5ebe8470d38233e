package org.jiujin.kiosk.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LocalNumberTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void isTerminalDaySequenceAndCheckDigit() {
    var number = LocalNumber.of("T621121001", DAY, 42);
    assertEquals("6211210012611230042", number.value().substring(0, 19));
    assertEquals(number, new LocalNumber(number.value()));
  }

  @Test
  void isWrittenInGroupsOfFour() {
    assertEquals(
        "6211 2100 1261 1230 042",
        LocalNumber.of("T621121001", DAY, 42).grouped().substring(0, 23));
  }

  @Test
  void noticesAnyWrongDigitAndMostSwappedOnes() {
    String right = LocalNumber.of("T621121001", DAY, 42).value();
    for (int i = 0; i < right.length(); i++) {
      char other = right.charAt(i) == '9' ? '0' : (char) (right.charAt(i) + 1);
      String wrong = right.substring(0, i) + other + right.substring(i + 1);
      assertThrows(IllegalArgumentException.class, () -> new LocalNumber(wrong), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> new LocalNumber("26" + right.substring(2)));
  }

  @Test
  void refusesWhatIsNoTerminalOrSequence() {
    assertThrows(IllegalArgumentException.class, () -> LocalNumber.of("621121001", DAY, 1));
    assertThrows(IllegalArgumentException.class, () -> LocalNumber.of("T621121001", DAY, 0));
    assertThrows(IllegalArgumentException.class, () -> LocalNumber.of("T621121001", DAY, 10_000));
  }
}
