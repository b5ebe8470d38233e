package org.jiujin.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
  @Test
  void hasTwentyFiveDigitsThatSumUpToAMultipleOfTen() {
    String number = CaseNumber.of(CaseNumber.prefix(LocalDate.of(2026, 11, 23), "T621121001"), 7);
    assertEquals("620000" + "20261123" + "121001" + "0007", number.substring(0, 24));
    assertEquals(25, number.length());
    assertEquals(0, luhnSum(number) % 10);
  }

  @Test
  void takesTheCheckDigitOfAPublishedLuhnExample() {
    assertEquals(3, CaseNumber.luhnDigit("7992739871"));
  }

  @Test
  void promisesInWorkingDays() {
    LocalDate friday = LocalDate.of(2026, 11, 27);
    assertEquals(LocalDate.of(2026, 11, 30), WorkingDays.after(friday, 1));
    assertEquals(LocalDate.of(2026, 12, 18), WorkingDays.after(friday, 15));
  }

  private static int luhnSum(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return sum;
  }
}
