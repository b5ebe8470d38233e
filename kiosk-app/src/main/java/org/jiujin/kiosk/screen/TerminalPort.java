package org.jiujin.kiosk.screen;

import java.util.function.Consumer;

/// How the screens see the terminal that they stand on.
public interface TerminalPort {
  /// The service point's name, for the header.
  String placeName();

  /// The terminal's number, told to the hotline.
  String terminalId();

  /// Which devices can be used now. Any thread.
  Availability availability();

  /// Tells of every change, on any thread.
  ///
  /// @return stops telling
  Runnable watchDevices(Consumer<Availability> watcher);

  /// Which devices can be used.
  record Availability(Condition reader, Condition printer) {
    /// Everything works.
    public static final Availability ALL = new Availability(Condition.READY, Condition.READY);
  }

  /// Whether a device can be used, and whether waiting helps.
  enum Condition {
    READY,
    /// It comes back by itself.
    RECOVERING,
    /// Somebody has to come.
    AWAY
  }
}
