package org.jiujin.device.modbus;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.virtual.VirtualCabinet;
import org.junit.jupiter.api.io.TempDir;

/// Through jSerialComm, on a real terminal port.
class ModbusRtuOnTerminalTest extends VirtualCabinetBench {
  @TempDir private Path folder;

  @Override
  VirtualCabinet board() {
    return VirtualCabinet.rtu(folder.resolve("cabinet"));
  }

  @Override
  Cabinet open() {
    return (Cabinet)
        new ModbusRtuDriver()
            .open(new DevicePort("cabinet", peer.address(), true), WIRING, InstantSource.system());
  }
}
