package org.jiujin.device.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jiujin.device.Device;
import org.jiujin.device.DeviceStatus;

/// Waits for a device to come into a status.
final class StatusWait {
  private StatusWait() {}

  /// Waits until a status is as awaited.
  ///
  /// @param deadline by [System#nanoTime()]
  /// @return the awaited status, or the one at the deadline
  static DeviceStatus until(Device device, long deadline, Predicate<DeviceStatus> awaited) {
    var arrived = new CompletableFuture<DeviceStatus>();
    var listening =
        device.subscribe(status -> {
          if (awaited.test(status)) {
            arrived.complete(status);
          }
        });
    try (listening) {
      return arrived.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException late) {
      return device.status();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return device.status();
    }
  }
}
