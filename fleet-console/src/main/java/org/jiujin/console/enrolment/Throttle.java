package org.jiujin.console.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets an address ask so often in a minute and no more often. Terminals behind one address share. Thread-safe.
final class Throttle {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int ADDRESSES = 1000;

  private final int most;
  private final InstantSource clock;
  private final Map<String, Count> counts = new LinkedHashMap<>(); // guarded by this, oldest first

  Throttle(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  private record Count(Instant since, int times) {}

  synchronized boolean lets(String address) {
    Instant now = clock.instant();
    Count before = counts.get(address);
    Count after =
        before == null || Duration.between(before.since(), now).abs().compareTo(MINUTE) >= 0
            ? new Count(now, 1)
            : new Count(before.since(), before.times() + 1);
    if (before == null && counts.size() >= ADDRESSES) {
      counts.remove(counts.keySet().iterator().next());
    }
    counts.put(address, after);
    return after.times() <= most;
  }
}
