package org.jiujin.kiosk.audit;

import java.util.Locale;

/// Who acted.
public enum Actor {
  /// Whoever stands before the terminal in a matter of their own.
  RESIDENT,
  /// A postal agent (政务服务代办员) who acts for a resident.
  AGENT,
  /// An operator of the fleet, from afar.
  OPERATOR,
  /// The terminal by itself.
  TERMINAL;

  /// The word in the journal.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
