package org.jiujin.agent.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the link has what TLS needs, and when a connection that stands ought to be made anew, because the certificate
/// that it was made with is about to end and there is a newer one. For one thread.
final class TlsWatch {
  private static final Logger LOG = LoggerFactory.getLogger(TlsWatch.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final @Nullable TlsSource tls;
  private final InstantSource clock;
  private Instant bestBefore = Instant.MAX;
  private Instant lookedAt = Instant.EPOCH;
  private boolean told;

  /// @param clock the wall clock: certificates go by it
  TlsWatch(@Nullable TlsSource tls, InstantSource clock) {
    this.tls = tls;
    this.clock = clock;
  }

  /// Whether the link may connect. Tells once that it waits.
  boolean ready() {
    boolean ready = tls == null || tls.ready();
    if (!ready && !told) {
      LOG.info("the link waits until the terminal has a certificate");
    }
    told = !ready;
    return ready;
  }

  /// A connection is about to be made.
  void connecting() {
    bestBefore = tls == null ? Instant.MAX : tls.bestBefore();
  }

  /// Whether the connection that stands ought to be made anew.
  boolean outlived() {
    Instant now = clock.instant();
    if (tls == null
        || now.isBefore(bestBefore)
        || Duration.between(lookedAt, now).abs().compareTo(LOOK_EVERY) < 0) {
      return false;
    }
    lookedAt = now;
    return tls.bestBefore().isAfter(bestBefore);
  }
}
