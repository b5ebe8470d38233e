package org.jiujin.agent.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailyWindowTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "01:00-05:00, 00:59, false",
    "01:00-05:00, 01:00, true",
    "01:00-05:00, 04:59, true",
    "01:00-05:00, 05:00, false",
    "22:00-04:00, 23:00, true",
    "22:00-04:00, 03:59, true",
    "22:00-04:00, 12:00, false",
    "00:00-00:00, 12:00, true",
  })
  void isATimeOfEachDay(String window, String time, boolean within) {
    var moment = LocalDateTime.parse("2026-11-24T" + time).atZone(CHINA).toInstant();
    assertEquals(within, DailyWindow.of(window).orElseThrow().has(moment, CHINA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-5", "01:00", "25:00-05:00", "01:00-05:60", "01:00-05:00 "})
  void isNothingElse(String text) {
    assertEquals(Optional.empty(), DailyWindow.of(text));
  }
}
