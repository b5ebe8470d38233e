package org.jiujin.device.zxing;

import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.scanner.FrameSource;

/// Opens scanners that are cameras.
public final class CameraScanners {
  private CameraScanners() {}

  /// Makes a scanner for QR codes of a camera. The camera is closed with it.
  public static CodeScanner open(DevicePort port, FrameSource camera, InstantSource time) {
    return open(port, camera, CodeReaders.qrBurst(CodeReaders.FRAME_LIMIT), time);
  }

  /// Makes a scanner of a camera. The camera is closed with it.
  ///
  /// @param reader used by this scanner alone
  public static CodeScanner open(
      DevicePort port, FrameSource camera, CodeReaders.Burst reader, InstantSource time) {
    var scanner = new CameraScanner(port, camera, reader, time);
    scanner.start();
    return scanner;
  }
}
