package org.jiujin.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Says which session may use a device. A lease that is not renewed ends by itself, so that a crashed session holds
/// nothing.
///
/// Thread-safe.
///
/// @since 0.1
public final class DeviceLease {
  private final InstantSource time;
  private final Runnable ended;
  private String owner = "";
  private Instant until = Instant.MIN;

  /// @param ended runs when an owner loses or gives back the device, on the thread that caused it; a reader ends its
  ///     waiting there
  public DeviceLease(InstantSource time, Runnable ended) {
    this.time = time;
    this.ended = ended;
  }

  /// Takes or renews the lease.
  ///
  /// @param session the owner's session id
  /// @return false when another session holds it
  public boolean acquire(String session, Duration timeToLive) {
    if (session.isEmpty()) {
      throw new IllegalArgumentException("a lease needs an owner");
    }
    boolean changesHands;
    synchronized (this) {
      boolean free = owner.isEmpty() || !time.instant().isBefore(until);
      if (!free && !owner.equals(session)) {
        return false;
      }
      changesHands = !owner.isEmpty() && !owner.equals(session);
      owner = session;
      until = time.instant().plus(timeToLive);
    }
    if (changesHands) {
      ended.run();
    }
    return true;
  }

  /// Whether this session holds the device now.
  public synchronized boolean heldBy(String session) {
    return owner.equals(session) && time.instant().isBefore(until);
  }

  /// Gives the device back; does nothing for a session that does not hold it.
  public void release(String session) {
    synchronized (this) {
      if (session.isEmpty() || !owner.equals(session)) {
        return;
      }
      owner = "";
      until = Instant.MIN;
    }
    ended.run();
  }
}
