package org.jiujin.kiosk.terminal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceLease;

/// Holds the terminal's devices for one visit after the other, so that nothing of one resident – a wait for a card, a print
/// that begins late – happens in the visit of the next.
///
/// A device that somebody else holds, for a self-test, answers `IN_USE` until it is given back. Thread-safe.
public final class DeviceSession {
  /// Longer than a visit uses nothing; every use renews it.
  private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

  private final List<Device> devices;
  private volatile String id = newId();

  DeviceSession(List<Device> devices) {
    this.devices = List.copyOf(devices);
  }

  /// The visit at hand, for work that begins later on another thread.
  public String id() {
    return id;
  }

  /// Does work in the name of a visit; one that is over gets no device.
  public <T> T as(String visit, Supplier<T> work) {
    if (visit.equals(id)) {
      devices.forEach(device -> device.lease().acquire(visit, TIME_TO_LIVE));
    }
    return DeviceLease.as(visit, work);
  }

  /// Ends the visit: gives the devices back, which ends a waiting for a card.
  public void end() {
    String over = id;
    id = newId();
    devices.forEach(device -> device.lease().release(over));
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
