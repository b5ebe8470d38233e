package org.jiujin.kiosk.journey;

/// How a visit ended.
public enum Ending {
  /// The matter was gone through to its end.
  DONE,
  /// The resident left before that.
  LEFT,
  /// The resident did not consent.
  DECLINED,
  /// Nobody touched the screen any more.
  IDLE
}
