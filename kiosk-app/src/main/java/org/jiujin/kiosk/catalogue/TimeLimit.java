package org.jiujin.kiosk.catalogue;

/// One time limit.
public sealed interface TimeLimit {
  /// The limit in words for residents.
  String explain();

  /// How sure it is.
  Provenance provenance();

  /// A number of days.
  record Fixed(int days, DayUnit unit, String explain, Provenance provenance)
      implements TimeLimit {}

  /// No number is confirmed; the accepting authority tells it.
  record AsAnnounced(String explain, Provenance provenance) implements TimeLimit {}

  /// What is counted.
  enum DayUnit {
    /// 工作日.
    WORKING_DAY,
    /// 日.
    DAY
  }
}
