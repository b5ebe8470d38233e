package org.jiujin.kiosk.terminal;

import java.time.InstantSource;

/// Devices that are ready and that nobody does anything with.
public final class UntouchedDevices {
  private UntouchedDevices() {}

  public static TerminalDevices open(InstantSource time) {
    var devices = new FakeDevices(time);
    devices.readerBoard.ready();
    devices.printerBoard.ready();
    return devices.open();
  }
}
