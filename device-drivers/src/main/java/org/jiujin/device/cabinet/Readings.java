package org.jiujin.device.cabinet;

import java.util.stream.Stream;

/// What the cabinet's sensors say.
///
/// @param batteryPercent the charge, 0 to 100
/// @param temperatureTenths in tenths of a degree Celsius
/// @since 0.2
public record Readings(
    Reading<Door> door,
    Reading<Tamper> tamper,
    Reading<Mains> mains,
    Reading<Integer> batteryPercent,
    Reading<Integer> temperatureTenths) {
  /// The cabinet's door, one sensor for all of its doors.
  public enum Door {
    OPEN,
    CLOSED
  }

  /// The sensor that notices force.
  public enum Tamper {
    QUIET,
    ALARMED
  }

  /// What feeds the terminal.
  public enum Mains {
    PRESENT,
    FAILED
  }

  /// Whether a sensor that is there says nothing.
  public boolean incomplete() {
    return Stream.of(door, tamper, mains, batteryPercent, temperatureTenths)
        .anyMatch(Reading.Unknown.class::isInstance);
  }
}
