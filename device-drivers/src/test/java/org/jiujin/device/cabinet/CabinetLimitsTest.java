package org.jiujin.device.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.cabinet.Readings.Door;
import org.jiujin.device.cabinet.Readings.Mains;
import org.jiujin.device.cabinet.Readings.Tamper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CabinetLimitsTest {
  private static final DeviceStatus READY = new DeviceStatus.Ready(Instant.EPOCH);

  @ParameterizedTest
  @CsvSource({
    "599, , ",
    "600, , TOO_HOT",
    "581, TOO_HOT, TOO_HOT",
    "580, TOO_HOT, ",
    "-99, , ",
    "-100, , TOO_COLD",
    "-81, TOO_COLD, TOO_COLD",
    "-80, TOO_COLD, "
  })
  void givesAFaultUpLaterThanItTakesItUp(
      int tenths, Fault.@Nullable Code now, Fault.@Nullable Code then) {
    assertEquals(then, worst(readings(Mains.PRESENT, 100, known(tenths)), now));
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, 21, , ON_BATTERY",
    "FAILED, 20, , BATTERY_LOW",
    "FAILED, 24, BATTERY_LOW, BATTERY_LOW",
    "FAILED, 25, BATTERY_LOW, ON_BATTERY",
    "PRESENT, 3, BATTERY_LOW, "
  })
  void callsABatteryLowOnlyWhileNothingChargesIt(
      Mains mains, int percent, Fault.@Nullable Code now, Fault.@Nullable Code then) {
    assertEquals(then, worst(readings(mains, percent, known(200)), now));
  }

  @Test
  void showsASensorThatSaysNothing() {
    assertEquals(
        Fault.Code.DEVICE_FAILED,
        worst(readings(Mains.PRESENT, 100, new Reading.Unknown<>()), null));
    assertEquals(null, worst(readings(Mains.PRESENT, 100, new Reading.NotWired<>()), null));
  }

  @Test
  void wantsRoomBetweenHotAndCold() {
    assertThrows(IllegalArgumentException.class, () -> new CabinetLimits(40, 0, 20));
  }

  private static Fault.@Nullable Code worst(Readings readings, Fault.@Nullable Code now) {
    var status = now == null ? READY : new DeviceStatus.Degraded(Fault.of(now), Instant.EPOCH);
    return CabinetLimits.USUAL.worst(readings, status).map(Fault::code).orElse(null);
  }

  private static Readings readings(Mains mains, int percent, Reading<Integer> temperature) {
    return new Readings(
        known(Door.CLOSED), known(Tamper.QUIET), known(mains), known(percent), temperature);
  }

  private static <T> Reading<T> known(T value) {
    return new Reading.Known<>(value, Instant.EPOCH);
  }
}
