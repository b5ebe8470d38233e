package org.jiujin.device.barcode;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.scanner.CodeScanner;
import org.jiujin.device.virtual.VirtualScanner;
import org.junit.jupiter.api.io.TempDir;

/// Through jSerialComm, on a real terminal port.
class SerialScannerOnTerminalTest extends SerialScannerBench {
  @TempDir private Path folder;

  @Override
  VirtualScanner virtual() {
    return new VirtualScanner(folder.resolve("scanner"));
  }

  @Override
  CodeScanner open(DriverSettings settings) {
    var said = new HashMap<>(settings.values());
    said.put("gap", "500"); // the contract acts in the middle of a code
    return (CodeScanner)
        new SerialScannerDriver()
            .open(
                new DevicePort("scanner", folder.resolve("scanner").toString(), true),
                new DriverSettings(said),
                InstantSource.system());
  }
}
