package org.jiujin.device;

import java.util.function.Consumer;

/// Something plugged into the terminal that can go away and come back.
///
/// Opening a device never fails: one that is missing is [DeviceStatus.Unavailable] and becomes ready by itself once it
/// is plugged in. Methods may be called from any thread; a call after [#close()] throws [IllegalStateException], except
/// [#status()], [#description()] and [#close()].
///
/// @since 0.1
public interface Device extends AutoCloseable {
  /// What this device is; does not change while it is open.
  DeviceDescription description();

  /// The status as last seen; never waits for the device.
  DeviceStatus status();

  /// Calls the listener with the present status at once, on the caller's thread, and from then on with each change, on
  /// the device's lane thread. A listener must return quickly; one that throws is logged and stays subscribed.
  Subscription subscribe(Consumer<DeviceStatus> listener);

  /// Who may use the device now.
  DeviceLease lease();

  /// Ends the device's threads and lets go of its port. Waits at most two seconds; calling again does nothing.
  @Override
  void close();

  /// A listener's registration; closing it ends the calls.
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
