package org.jiujin.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Says which session may use a device. A lease that is not renewed ends by itself, so that a crashed session holds
/// nothing.
///
/// A device that nobody holds may be used by anybody: self-tests, the command line. One that is held answers `IN_USE` to
/// whoever does not [work as][#as(String, Supplier)] the holder. Thread-safe.
///
/// @since 0.1
public final class DeviceLease {
  private static final ScopedValue<String> SESSION = ScopedValue.newInstance();

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

  /// Does the work on the caller's thread in the name of a session.
  public static <T> T as(String session, Supplier<T> work) {
    return ScopedValue.where(SESSION, session).call(work::get);
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
      if (held() && !owner.equals(session)) {
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
    return held() && owner.equals(session);
  }

  /// Whether the caller may use the device now: it works as the holder, or nobody holds it.
  public boolean admitsCaller() {
    return admits(SESSION.orElse(""));
  }

  /// The question of [#admitsCaller()], asked for the present caller: later, again and again, and from any thread.
  public BooleanSupplier admissionOfCaller() {
    var session = SESSION.orElse("");
    return () -> admits(session);
  }

  private synchronized boolean admits(String session) {
    return !held() || owner.equals(session);
  }

  /// Gives the device back; does nothing for a session that does not hold it.
  public void release(String session) {
    synchronized (this) {
      if (session.isEmpty() || !owner.equals(session)) {
        return;
      }
      forget();
    }
    ended.run();
  }

  /// Ends a lease whose time is over; the driver asks for this now and then.
  void endIfOver() {
    synchronized (this) {
      if (owner.isEmpty() || held()) {
        return;
      }
      forget();
    }
    ended.run();
  }

  private boolean held() {
    return !owner.isEmpty() && time.instant().isBefore(until);
  }

  private void forget() {
    owner = "";
    until = Instant.MIN;
  }
}
