package org.jiujin.device.modbus;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jiujin.device.cabinet.Reading;
import org.jiujin.device.cabinet.Readings;
import org.jspecify.annotations.Nullable;

/// Turns what the cells hold into readings.
final class Senses {
  /// What no sensor in a cabinet measures is a broken wire: many transmitters then say their least or their most.
  private static final int COLDEST_TENTHS = -600;

  private static final int HOTTEST_TENTHS = 1500;

  private final Wiring wiring;

  Senses(Wiring wiring) {
    this.wiring = wiring;
  }

  /// Nothing is known of the sensors that are there.
  Readings unknown() {
    return readings(Map.of(), new Readings(none(), none(), none(), none(), none()), Instant.MIN);
  }

  /// @param before the readings that these follow; what did not change keeps its since
  Readings readings(Map<Cell, Integer> values, Readings before, Instant now) {
    return new Readings(
        contact(
            wiring.door(), Readings.Door.OPEN, Readings.Door.CLOSED, values, before.door(), now),
        contact(
            wiring.tamper(),
            Readings.Tamper.ALARMED,
            Readings.Tamper.QUIET,
            values,
            before.tamper(),
            now),
        contact(
            wiring.mains(),
            Readings.Mains.PRESENT,
            Readings.Mains.FAILED,
            values,
            before.mains(),
            now),
        reading(wiring.battery(), values, Senses::percent, before.batteryPercent(), now),
        reading(wiring.temperature(), values, Senses::tenths, before.temperatureTenths(), now));
  }

  private static <T> Reading<T> contact(
      Point.@Nullable Contact point,
      T yes,
      T no,
      Map<Cell, Integer> values,
      Reading<T> before,
      Instant now) {
    return reading(
        point, values, wired -> value -> Optional.of(wired.yes(value) ? yes : no), before, now);
  }

  private static <P extends Point, T> Reading<T> reading(
      @Nullable P point,
      Map<Cell, Integer> values,
      Function<P, Function<Integer, Optional<T>>> meaning,
      Reading<T> before,
      Instant now) {
    if (point == null) {
      return new Reading.NotWired<>();
    }
    var value = values.get(point.cell());
    var meant = value == null ? Optional.<T>empty() : meaning.apply(point).apply(value);
    if (meant.isEmpty()) {
      return new Reading.Unknown<>();
    }
    return before.says(meant.get()) ? before : new Reading.Known<>(meant.get(), now);
  }

  private static Function<Integer, Optional<Integer>> percent(Point.Measure point) {
    return value -> boxed(point.tenths(value, 0, 1000)).map(tenths -> (tenths + 5) / 10);
  }

  private static Function<Integer, Optional<Integer>> tenths(Point.Measure point) {
    return value -> boxed(point.tenths(value, COLDEST_TENTHS, HOTTEST_TENTHS));
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private static <T> Reading<T> none() {
    return new Reading.Unknown<>();
  }
}
