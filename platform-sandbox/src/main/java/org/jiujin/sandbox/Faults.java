package org.jiujin.sandbox;

import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The fault on demand: which one, and for how many more calls.
@Component
class Faults {
  /// What goes wrong.
  enum Kind {
    SLOW,
    ERROR,
    DROP_AFTER_ACCEPT,
    NONE;

    static Kind ofWire(String wire) {
      return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// One call's share of the fault.
  record Fault(Kind kind, Duration delay) {}

  private static final Fault NO_FAULT = new Fault(Kind.NONE, Duration.ZERO);

  private Fault fault = NO_FAULT;
  private int remaining;

  /// Replaces the fault.
  synchronized void set(Fault wanted, int calls) {
    fault = wanted;
    remaining = calls;
  }

  /// Takes one call's share.
  ///
  /// @param changes whether the call changes something; DROP_AFTER_ACCEPT waits for such a call
  synchronized Fault take(boolean changes) {
    if (remaining == 0 || (fault.kind() == Kind.DROP_AFTER_ACCEPT && !changes)) {
      return NO_FAULT;
    }
    remaining--;
    return fault;
  }
}
