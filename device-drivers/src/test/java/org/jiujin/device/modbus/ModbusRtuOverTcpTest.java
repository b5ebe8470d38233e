package org.jiujin.device.modbus;

import java.io.IOException;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.virtual.VirtualCabinet;

/// Behind a serial server.
class ModbusRtuOverTcpTest extends VirtualCabinetBench {
  @Override
  VirtualCabinet board() throws IOException {
    return VirtualCabinet.rtuOverTcp();
  }

  @Override
  Cabinet open() {
    return (Cabinet)
        new ModbusRtuDriver()
            .open(new DevicePort("cabinet", peer.address(), true), WIRING, InstantSource.system());
  }
}
