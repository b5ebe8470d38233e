package org.jiujin.sandbox;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Counts working days. Weekends only: the sandbox knows no public holidays.
final class WorkingDays {
  private WorkingDays() {}

  static LocalDate after(LocalDate day, int workingDays) {
    LocalDate result = day;
    int left = workingDays;
    while (left > 0) {
      result = result.plusDays(1);
      if (result.getDayOfWeek() != DayOfWeek.SATURDAY
          && result.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return result;
  }
}
