package org.jiujin.agent.update;

/// What may be done at a time when nobody uses the terminal.
enum Permit {
  /// The operator put updates off.
  NOTHING,
  /// What is wanted soon.
  SOON,
  /// This is the time for maintenance.
  ALL,
  /// The operator wants it now: neither the window nor this terminal's turn is waited for.
  AT_ONCE
}
