package org.jiujin.device.sam;

import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.idcard.IdentityCardReader;
import org.jiujin.device.line.LinePort;
import org.jiujin.device.line.LinePorts;

/// Opens identity-card readers that speak the SAM protocol.
public final class SamReaders {
  private SamReaders() {}

  /// Opens a reader on a serial port, whose speed is found and raised to 115200 baud, or behind a serial server. The port
  /// need not exist yet.
  ///
  /// @throws org.jiujin.device.SettingException when the port's address is neither
  public static IdentityCardReader open(DevicePort port, InstantSource time) {
    var _ = line(port, SamSpeed.FASTEST); // refuses a wrong address now
    return open(port, SamSpeed.sought(baud -> line(port, baud)), false, time);
  }

  /// Opens a reader on any line whose speed is right already.
  public static IdentityCardReader open(DevicePort port, LinePort line, InstantSource time) {
    return open(port, SamSpeed.fixed(line), false, time);
  }

  static IdentityCardReader open(
      DevicePort port, SamSpeed speed, boolean fingerprints, InstantSource time) {
    var reader = new SamCardReader(port, speed, fingerprints, time);
    reader.start();
    return reader;
  }

  static LinePort line(DevicePort port, int baud) {
    return LinePorts.at(port.address(), baud, SamRedactor::new);
  }
}
