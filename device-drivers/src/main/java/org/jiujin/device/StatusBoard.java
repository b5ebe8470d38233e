package org.jiujin.device;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a driver's status and tells listeners about changes. Used by drivers only.
///
/// [#status()] may be called from any thread; changes come from the device's lane.
public final class StatusBoard {
  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

  private final String id;
  private final InstantSource time;
  private final List<Consumer<DeviceStatus>> listeners = new CopyOnWriteArrayList<>();

  /// Who comes while the status changes is told once, and in order.
  private final Object turn = new Object();

  private volatile DeviceStatus status;

  /// @param id the device's name, for the log
  public StatusBoard(String id, InstantSource time) {
    this.id = id;
    this.time = time;
    this.status = new DeviceStatus.Unavailable(Fault.of(Fault.Code.STARTING), time.instant());
  }

  /// The status as last seen.
  public DeviceStatus status() {
    return status;
  }

  /// Adds a listener and tells it the present status.
  public Device.Subscription subscribe(Consumer<DeviceStatus> listener) {
    synchronized (turn) {
      listeners.add(listener);
      tell(listener, status);
    }
    return () -> listeners.remove(listener);
  }

  /// The device works.
  public void ready() {
    if (!(status instanceof DeviceStatus.Ready)) {
      change(new DeviceStatus.Ready(time.instant()));
    }
  }

  /// The device works, but needs care.
  public void degraded(Fault fault) {
    if (!(status instanceof DeviceStatus.Degraded(var known, _) && known.code() == fault.code())) {
      change(new DeviceStatus.Degraded(fault, time.instant()));
    }
  }

  /// The device does not work.
  public void unavailable(Fault fault) {
    if (!(status instanceof DeviceStatus.Unavailable(var known, _)
        && known.code() == fault.code())) {
      change(new DeviceStatus.Unavailable(fault, time.instant()));
    }
  }

  private void change(DeviceStatus next) {
    LOG.info(
        "Device {} is {} {}",
        id,
        next.getClass().getSimpleName(),
        next.trouble().map(Fault::code).map(Enum::name).orElse(""));
    synchronized (turn) {
      status = next;
      listeners.forEach(listener -> tell(listener, next));
    }
  }

  private void tell(Consumer<DeviceStatus> listener, DeviceStatus now) {
    try {
      listener.accept(now);
    } catch (RuntimeException mistake) { // a listener's mistake must not stop the device's lane
      LOG.error("A status listener of {} failed", id, mistake);
    }
  }
}
