package org.jiujin.kiosk.terminal;

/// What is counted in a day.
public enum CountedEvent {
  /// A resident came.
  SESSION,
  /// The platform accepted an application.
  DONE,
  /// An application was stored here to be sent later.
  STORED,
  /// An application could not be filed.
  FAILED
}
