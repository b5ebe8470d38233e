package org.jiujin.agent.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupplyUseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void saysNothingBeforeThreeWholeDaysWithUse() {
    var use = new SupplyUse(100, DAY);
    int level = 100;
    for (int day = 0; day <= 3; day++) {
      assertEquals(OptionalInt.empty(), use.daysLeft());
      level -= 4;
      use.see(level, DAY.plusDays(day));
    }
    use.see(level, DAY.plusDays(4));
    assertEquals(OptionalInt.of(84 / 4), use.daysLeft());
  }

  @Test
  void saysNothingOfWhatNobodyUses() {
    var use = new SupplyUse(80, DAY);
    IntStream.range(1, 60).forEach(day -> use.see(80, DAY.plusDays(day)));
    assertEquals(OptionalInt.empty(), use.daysLeft());
  }

  @Test
  void isAtItsEndWhenNothingIsLeft() {
    assertEquals(OptionalInt.of(0), new SupplyUse(0, DAY).daysLeft());
  }

  @Test
  void countsDaysWithoutUseButNotTheOneDayOfTrialPrints() {
    var use = new SupplyUse(100, DAY);
    int level = 100;
    for (int day = 1;
        day <= 15;
        day++) { // five working days of 2, a weekend of 0, and on day 4 somebody tries much
      level -= day == 4 ? 30 : day % 7 >= 5 ? 0 : 2;
      use.see(level, DAY.plusDays(day));
    }
    // 14 whole days; 10 of use, of which the largest counts as 2 like the next
    assertEquals(OptionalInt.of(level * 14 / 20), use.daysLeft());
  }

  @Test
  void takesARiseForAFillingUpAndNoUse() {
    var use = used(50, 5);
    int before = use.daysLeft().orElseThrow();
    use.see(100, DAY.plusDays(6));
    assertEquals(before * 100 / 25.0, use.daysLeft().orElseThrow(), 4);
  }

  @Test
  void goesOnWhereItWasWritten() {
    var use = used(90, 3);
    assertEquals(use.text(), SupplyUse.of(use.text()).text());
    assertEquals(use.daysLeft(), SupplyUse.of(use.text()).daysLeft());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-23",
        "2026-11-23 50 1 ",
        "2026-11-23 50 1 1,,2",
        "2026-11-23 -5 1 1",
        "x 5 1 1",
        "2026-11-23 50 1 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16",
        "2026-11-23 50 1 99999999"
      })
  void refusesWhatItDidNotWrite(String text) {
    assertThrows(IllegalArgumentException.class, () -> SupplyUse.of(text));
  }

  /// Use of one to eight a day, read by a sensor that trembles by one, on days that the terminal is off now and then, with fillings:
  /// the forecast is that of the true use.
  @ParameterizedTest
  @MethodSource("seeds")
  void foretellsATrueUseThroughNoiseMissingDaysAndFillings(long seed) {
    RandomGenerator random = random(seed);
    int daily = 1 + random.nextInt(8);
    int level = 100;
    var use = new SupplyUse(100, DAY);
    for (int day = 1; day <= 40; day++) {
      level -= daily;
      if (level <= daily) {
        level = 100;
      }
      boolean off = random.nextInt(6) == 0; // used all the same: the app was down, not the printer
      for (int look = 0; !off && look < 3; look++) {
        use.see(Math.clamp(level + random.nextInt(3) - 1, 0, 100), DAY.plusDays(day));
      }
      if (day > 16 && !off) {
        double days = level / (double) daily;
        assertEquals(
            days,
            use.daysLeft().orElseThrow(),
            2 + days * 0.6,
            () -> "%d a day: %s".formatted(daily, use.text()));
      }
    }
  }

  /// Whatever the clock does and the sensor says: bounds hold, and the state can be written and read.
  @ParameterizedTest
  @MethodSource("seeds")
  void holdsItsBoundsThroughAnyClockAndAnySensor(long seed) {
    RandomGenerator random = random(seed);
    var use = new SupplyUse(random.nextInt(101), DAY);
    LocalDate day = DAY;
    for (int step = 0; step < 2000; step++) {
      day =
          switch (random.nextInt(8)) {
            case 0 -> day.plusDays(random.nextInt(1000));
            case 1 -> day.minusDays(random.nextInt(1000));
            case 2 -> LocalDate.of(1970, 1, 1);
            case 3 -> LocalDate.of(2099, 12, 31);
            default -> day.plusDays(random.nextInt(2));
          };
      use.see(random.nextInt(101), day);
      use.daysLeft()
          .ifPresent(days -> assertTrue(days >= 0 && days <= SupplyUse.MOST_DAYS, use.text()));
      assertEquals(use.text(), SupplyUse.of(use.text()).text());
    }
  }

  /// A clock that jumps far ahead and back again does not change the forecast by more than its one or two days.
  @ParameterizedTest
  @MethodSource("seeds")
  void keepsItsForecastWhenTheClockJumps(long seed) {
    RandomGenerator random = random(seed);
    var use = used(100, 2);
    int before = use.daysLeft().orElseThrow();
    LocalDate last = DAY.plusDays(5);
    int level = 100 - 2 * 5;
    use.see(level, last.plusDays(SupplyUse.WINDOW + 1 + random.nextInt(20_000)));
    use.see(level, last);
    use.see(level, LocalDate.of(1970, 1, 1));
    assertEquals(before, use.daysLeft().orElseThrow(), before * 0.5);
    for (int day = 1; day <= 14; day++) {
      level -= 2;
      use.see(level, last.plusDays(day));
    }
    assertEquals(level / 2.0, use.daysLeft().orElseThrow(), 4);
  }

  /// Only falls are used: with more use a day, never more days.
  @Test
  void foretellsFewerDaysForMoreUse() {
    int before = Integer.MAX_VALUE;
    for (int daily = 1; daily <= 6; daily++) {
      int days = used(100, daily).daysLeft().orElseThrow();
      assertTrue(days < before, daily + " a day");
      before = days;
    }
  }

  /// Watched for five days after the first.
  private static SupplyUse used(int from, int daily) {
    var use = new SupplyUse(from, DAY);
    for (int day = 1; day <= 5; day++) {
      use.see(from - daily * day, DAY.plusDays(day));
    }
    return use;
  }

  static LongStream seeds() {
    return Seeds.count(30);
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
