package org.jiujin.device.sam;

import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.LinePorts;

/// Opens identity-card readers that speak the SAM protocol.
public final class SamReaders {
  /// What readers are delivered with.
  public static final int DEFAULT_BAUD = 115_200;

  private SamReaders() {}

  /// Opens a reader on a serial port at 115200 baud, or behind a serial server. The port need not exist yet.
  ///
  /// @throws IllegalArgumentException when the port's address is neither
  public static IdentityCardReader open(DevicePort port, InstantSource time) {
    return open(port, LinePorts.at(port.address(), DEFAULT_BAUD), time);
  }

  /// Opens a reader on any line, for another speed, or for a line without a port.
  public static IdentityCardReader open(DevicePort port, LinePort line, InstantSource time) {
    var reader = new SamCardReader(port, line, time);
    reader.start();
    return reader;
  }
}
