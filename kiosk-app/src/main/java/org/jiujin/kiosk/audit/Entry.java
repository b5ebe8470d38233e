package org.jiujin.kiosk.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What somebody did, before it has its place in the chain.
///
/// @param session random, of one visit; empty outside of one
record Entry(Instant at, String session, Actor actor, AuditEvent event) {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  Entry {
    at = at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.isAfter(LATEST) ? LATEST : at;
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  static Entry ofTerminal(Instant at, AuditEvent event) {
    return new Entry(at, "", Actor.TERMINAL, event);
  }
}
