package org.jiujin.kiosk.journey;

/// Which idle limit holds in a state; the durations are the terminal profile's.
public enum Idle {
  /// The attract screen: no limit.
  NOBODY,
  /// Nothing personal is on the screen.
  NOT_SIGNED_IN,
  /// Personal data is on the screen: a warning with a countdown comes first.
  SIGNED_IN,
  /// The resident has to do something at a device.
  DEVICE,
  /// The terminal works; the limit is the work's own.
  WORKING,
  /// A receipt waits to be taken.
  PAPER,
  /// The last words, then the attract screen.
  FAREWELL
}
