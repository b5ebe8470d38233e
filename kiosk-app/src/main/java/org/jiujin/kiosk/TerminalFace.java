package org.jiujin.kiosk;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceDescription.Kind;
import org.jiujin.device.Fault.Mender;
import org.jiujin.kiosk.screen.TerminalPort;
import org.jiujin.kiosk.terminal.DeviceHealth;
import org.jiujin.kiosk.terminal.Health;
import org.jiujin.kiosk.terminal.TerminalDevices;
import org.jiujin.kiosk.terminal.TerminalProfile;

/// The terminal as the screens see it: its place, and which devices can be used.
final class TerminalFace implements TerminalPort {
  private final Supplier<TerminalProfile> profile;
  private final TerminalDevices devices;

  TerminalFace(Supplier<TerminalProfile> profile, TerminalDevices devices) {
    this.profile = profile;
    this.devices = devices;
  }

  @Override
  public String placeName() {
    return profile.get().place().name();
  }

  @Override
  public String terminalId() {
    return profile.get().id();
  }

  @Override
  public Availability availability() {
    return availability(devices.health());
  }

  @Override
  public Runnable watchDevices(Consumer<Availability> watcher) {
    Device.Subscription subscription =
        devices.subscribe(health -> watcher.accept(availability(health)));
    return subscription::close;
  }

  private static Availability availability(Health health) {
    return new Availability(
        condition(health, Kind.IDENTITY_CARD_READER), condition(health, Kind.RECEIPT_PRINTER));
  }

  private static Condition condition(Health health, Kind kind) {
    if (health.usable(kind)) {
      return Condition.READY;
    }
    return health.of(kind).flatMap(DeviceHealth::mender).filter(Mender.RECOVERS::equals).isPresent()
        ? Condition.RECOVERING
        : Condition.AWAY;
  }
}
