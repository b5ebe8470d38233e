package org.jiujin.kiosk.terminal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.printer.ReceiptPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The devices of this terminal, open from the start of the app to its end.
///
/// Opening never fails: a device that is missing is unavailable and becomes ready once it is plugged in.
public final class TerminalDevices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalDevices.class);

  private final List<Device> all;
  private final IdentityCardReader reader;
  private final ReceiptPrinter printer;
  private final List<Device.Subscription> subscriptions = new ArrayList<>();
  private final List<Consumer<Health>> listeners = new CopyOnWriteArrayList<>();
  private final Object turn = new Object();
  private volatile Health health = new Health(Map.of());

  /// Takes devices that are open already; [#close()] closes them.
  public TerminalDevices(IdentityCardReader reader, ReceiptPrinter printer) {
    this(List.of(reader, printer), reader, printer);
  }

  private TerminalDevices(List<Device> all, IdentityCardReader reader, ReceiptPrinter printer) {
    this.all = List.copyOf(all);
    this.reader = reader;
    this.printer = printer;
    for (Device device : all) {
      subscriptions.add(device.subscribe(status -> changed(device, status)));
    }
  }

  /// Opens what the profile names.
  ///
  /// @param folder where the profile's port names are links to ports; addresses and absolute paths ignore it
  /// @throws org.jiujin.config.ConfigRefusedException when a driver refuses its settings
  public static TerminalDevices open(TerminalProfile profile, Path folder, InstantSource time) {
    var opened = profile.devices().open(folder, time).orThrow();
    return new TerminalDevices(
        List.copyOf(opened.byId().values()),
        opened.first(IdentityCardReader.class).orElseThrow(),
        opened.first(ReceiptPrinter.class).orElseThrow());
  }

  /// A session of one resident with all devices; it holds them from its begin to its end.
  public DeviceSession session() {
    return new DeviceSession(all);
  }

  /// All devices, in the order of the profile.
  List<Device> all() {
    return all;
  }

  /// The device with this id.
  public Optional<Device> device(String id) {
    return all.stream().filter(device -> device.description().id().equals(id)).findFirst();
  }

  /// The identity-card reader.
  public IdentityCardReader reader() {
    return reader;
  }

  /// The receipt printer.
  public ReceiptPrinter printer() {
    return printer;
  }

  /// How the devices are now; never waits.
  public Health health() {
    return health;
  }

  /// Calls the listener with the present health at once, on the caller's thread, and from then on with each change, on
  /// the thread of the device that changed. A listener must return quickly.
  public Device.Subscription subscribe(Consumer<Health> listener) {
    synchronized (turn) {
      listeners.add(listener);
      tell(listener, health);
    }
    return () -> listeners.remove(listener);
  }

  /// Closes the devices; each waits at most two seconds.
  @Override
  public void close() {
    subscriptions.forEach(Device.Subscription::close);
    all.forEach(Device::close);
  }

  private void changed(Device device, DeviceStatus status) {
    // Two lanes may report at once; listeners must see the healths in one order.
    synchronized (turn) {
      health = health.with(new DeviceHealth(device.description(), status));
      listeners.forEach(listener -> tell(listener, health));
    }
  }

  private static void tell(Consumer<Health> listener, Health now) {
    try {
      listener.accept(now);
    } catch (
        RuntimeException mistake) { // one listener's mistake must not hide the change from others
      LOG.error("A health listener failed", mistake);
    }
  }
}
