package org.jiujin.device.soak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.device.DeviceLease;
import org.jiujin.device.Eventually;

/// 24 hours of one device, in which something breaks about once an hour. Nothing is waited for but the device itself: the
/// hours between are skipped by moving the clock.
final class Day {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T16:00:00Z");
  private static final Duration LENGTH = Duration.ofHours(24);
  private static final double MEAN_GAP_MINUTES = 60;

  /// Longer than any back-off, and than the slowest call that hangs.
  private static final Duration RECOVERED = Duration.ofSeconds(60);

  /// The clock stands still while nothing is skipped; a back-off must pass.
  private static final Duration BACK_OFF_STEP = Duration.ofMillis(100);

  private final AtomicReference<Instant> now = new AtomicReference<>(MIDNIGHT);
  private final long seed;
  private final Random random;

  Day(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// The clock of this day, for driver and leases.
  InstantSource time() {
    return now::get;
  }

  /// Lives through the day.
  ///
  /// @return how often something broke
  /// @throws AssertionError when the device did not recover, or a lease was left behind; it names the seed
  int live(Station station) {
    int troubles = 0;
    var end = MIDNIGHT.plus(LENGTH);
    while (now.get().isBefore(end)) {
      skip(Duration.ofSeconds((long) (-Math.log(1 - random.nextDouble()) * MEAN_GAP_MINUTES * 60)));
      var trouble = station.troubles().get(random.nextInt(station.troubles().size()));
      strike(station, trouble);
      troubles++;
    }
    return troubles;
  }

  private void strike(Station station, Station.Trouble trouble) {
    var session = "session-" + random.nextInt(1000);
    var lease = station.device().lease();
    if (!lease.acquire(session, Duration.ofMinutes(2))) {
      throw new AssertionError(said(trouble, "the lease of an earlier session is still held"));
    }
    boolean midway = random.nextBoolean();
    int delay = random.nextInt(60);
    var using =
        CompletableFuture.supplyAsync(
            () -> DeviceLease.as(session, station::work), Thread::startVirtualThread);
    if (midway) {
      pause(delay);
    }
    trouble.happens().run();
    ended(using, trouble);
    trouble.mended().run();
    boolean crashed = random.nextInt(3) == 0;
    if (crashed) {
      skip(Duration.ofMinutes(3)); // nobody gives the lease back; it ends by itself
    } else {
      lease.release(session);
    }
    recover(station, trouble);
  }

  /// Mended, it works again by itself; the first use may still meet the trouble's tail.
  private void recover(Station station, Station.Trouble trouble) {
    Eventually.within(
        RECOVERED,
        () -> said(trouble, "mended, but does not work: " + station.device().status()),
        () -> {
          skip(BACK_OFF_STEP);
          return station.device().status().usable() && station.work();
        });
  }

  private void ended(CompletableFuture<Boolean> using, Station.Trouble trouble) {
    try {
      var _ = using.get(RECOVERED.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException hangs) {
      throw new AssertionError(said(trouble, "a call hangs"), hangs);
    } catch (InterruptedException | ExecutionException mistake) {
      throw new AssertionError(said(trouble, "a call threw"), mistake);
    }
  }

  private void skip(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private static void pause(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  private String said(Station.Trouble trouble, String what) {
    return "seed %d, %s, at %s: %s".formatted(seed, trouble.name(), now.get(), what);
  }
}
