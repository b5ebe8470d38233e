package org.jiujin.device.cabinet;

import java.util.Optional;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.cabinet.Readings.Door;
import org.jiujin.device.cabinet.Readings.Mains;
import org.jiujin.device.cabinet.Readings.Tamper;

/// From when on a cabinet needs care.
///
/// @param hotTenths too hot from here on, in tenths of a degree Celsius
/// @param coldTenths too cold from here on
/// @param lowPercent the battery is low from here on, unless mains is charging it
/// @since 0.2
public record CabinetLimits(int hotTenths, int coldTenths, int lowPercent) {
  /// What terminals in unheated halls stand.
  public static final CabinetLimits USUAL = new CabinetLimits(600, -100, 20);

  /// A value must come back so far over its limit before the fault is gone, so that none comes and goes.
  private static final int BACK_TENTHS = 20;

  private static final int BACK_PERCENT = 5;

  /// @throws IllegalArgumentException when there is no room between hot and cold
  public CabinetLimits {
    if (hotTenths - coldTenths <= 2 * BACK_TENTHS) {
      throw new IllegalArgumentException(
          "nothing is right between " + coldTenths + " and " + hotTenths);
    }
  }

  /// The worst of what the sensors say; empty when all is well.
  ///
  /// @param now how the cabinet is now: a fault is given up later than it is taken up
  public Optional<Fault> worst(Readings readings, DeviceStatus now) {
    if (readings.tamper().says(Tamper.ALARMED)) {
      return fault(Fault.Code.TAMPERED);
    }
    if (batteryLow(readings, holds(now, Fault.Code.BATTERY_LOW))) {
      return fault(Fault.Code.BATTERY_LOW);
    }
    if (readings.temperatureTenths() instanceof Reading.Known<Integer>(var tenths, _)) {
      if (tenths >= hotTenths - (holds(now, Fault.Code.TOO_HOT) ? BACK_TENTHS - 1 : 0)) {
        return fault(Fault.Code.TOO_HOT);
      }
      if (tenths <= coldTenths + (holds(now, Fault.Code.TOO_COLD) ? BACK_TENTHS - 1 : 0)) {
        return fault(Fault.Code.TOO_COLD);
      }
    }
    if (readings.door().says(Door.OPEN)) {
      return fault(Fault.Code.DOOR_OPEN);
    }
    if (readings.mains().says(Mains.FAILED)) {
      return fault(Fault.Code.ON_BATTERY);
    }
    return readings.incomplete()
        ? Optional.of(Fault.of(Fault.Code.DEVICE_FAILED, "a sensor"))
        : Optional.empty();
  }

  private boolean batteryLow(Readings readings, boolean already) {
    return !readings.mains().says(Mains.PRESENT)
        && readings.batteryPercent() instanceof Reading.Known<Integer>(var percent, _)
        && percent <= lowPercent + (already ? BACK_PERCENT - 1 : 0);
  }

  private static boolean holds(DeviceStatus now, Fault.Code code) {
    return now.trouble().filter(fault -> fault.code() == code).isPresent();
  }

  private static Optional<Fault> fault(Fault.Code code) {
    return Optional.of(Fault.of(code));
  }
}
