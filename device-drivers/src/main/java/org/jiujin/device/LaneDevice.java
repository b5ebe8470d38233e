package org.jiujin.device;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What all drivers have in common: a status, a lease, and one lane on which the device is looked at again and again.
///
/// A driver says how it looks ([#look()]) and how it lets go of a port that hangs ([#letGo()]); both run on the lane. What an
/// abandoned thread still reports is dropped, its news is old.
public abstract class LaneDevice implements Device {
  private final DevicePort port;
  private final StatusBoard board;
  private final DeviceLease lease;
  private final DeviceLane lane;

  @SuppressWarnings("this-escape") // both are called only after the driver began its work
  protected LaneDevice(DevicePort port, InstantSource time) {
    this.port = port;
    this.board = new StatusBoard(port.id(), time);
    this.lease = new DeviceLease(time, this::leaseEnded);
    this.lane = new DeviceLane("device-" + port.id(), this::hung);
  }

  @Override
  public final DeviceStatus status() {
    return board.status();
  }

  @Override
  public final Subscription subscribe(Consumer<DeviceStatus> listener) {
    return board.subscribe(listener);
  }

  @Override
  public final DeviceLease lease() {
    return lease;
  }

  @Override
  public void close() {
    lane.close();
  }

  /// Where the device is.
  protected final DevicePort port() {
    return port;
  }

  /// Begins to look after the device; called once, by the factory.
  ///
  /// @param limit longer than anything that the lane ever does, so that a look waits behind work instead of giving it up
  protected final void lookEvery(Duration period, Duration limit) {
    lane.every(
        period,
        limit,
        () -> {
          lease.endIfOver();
          look();
        });
  }

  /// Whether the caller may use the device now; otherwise the answer is a fault with `IN_USE`.
  protected final boolean admitsCaller() {
    return lease.admitsCaller();
  }

  /// Does the work on the lane and waits for it; see [DeviceLane#call].
  protected final <T> T onLane(
      Duration limit, Supplier<T> work, Function<DeviceLane.Lateness, T> late) {
    return lane.call(limit, work, late);
  }

  /// Asks the device how it is and says so by [#ready()], [#degraded(Fault)] or [#unavailable(Fault)]. On the lane.
  protected abstract void look();

  /// Frees the port from a thread that hangs in it. On the new lane thread.
  protected abstract void letGo();

  /// The session that held the device lost it. On the thread that caused it; ends a waiting there.
  protected void leaseEnded() {}

  /// Whether the current thread still speaks for the device.
  protected final boolean current() {
    return lane.isCurrent();
  }

  /// The device works.
  protected final void ready() {
    if (lane.isCurrent()) {
      board.ready();
    }
  }

  /// The device works, but needs care.
  protected final void degraded(Fault fault) {
    if (lane.isCurrent()) {
      board.degraded(fault);
    }
  }

  /// The device does not work.
  protected final void unavailable(Fault fault) {
    if (lane.isCurrent()) {
      board.unavailable(fault);
    }
  }

  private void hung() {
    letGo();
    board.unavailable(Fault.of(Fault.Code.NO_ANSWER));
  }
}
