package org.jiujin.device.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiujin.device.Device;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.modbus.ModbusRtuDriver;
import org.jiujin.device.virtual.BoardMisbehaviour;
import org.jiujin.device.virtual.VirtualCabinet;

/// The cabinet's IO board on a pseudo-terminal.
final class CabinetStation implements Station {
  private static final DriverSettings WIRING =
      new DriverSettings(
          Map.of(
              "door", "discrete:0",
              "tamper", "discrete:1",
              "mains", "discrete:2",
              "temperature", "input:0*0.1",
              "battery", "input:1",
              "lamp", "coil:0",
              "buzzer", "coil:1"));

  private final VirtualCabinet peer;
  private final Cabinet cabinet;

  CabinetStation(Path folder, InstantSource time) {
    var link = folder.resolve("cabinet");
    peer = VirtualCabinet.rtu(link);
    peer.plug();
    cabinet =
        (Cabinet)
            new ModbusRtuDriver()
                .open(new DevicePort("cabinet", link.toString(), true), WIRING, time);
  }

  @Override
  public Device device() {
    return cabinet;
  }

  @Override
  public boolean work() {
    boolean on = cabinet.lampOn(Duration.ofMinutes(1)) instanceof SwitchOutcome.Switched;
    boolean lit = peer.lamp();
    return on && lit && cabinet.lampOff() instanceof SwitchOutcome.Switched;
  }

  @Override
  public List<Trouble> troubles() {
    var misbehaviours =
        Stream.of(BoardMisbehaviour.values())
            .filter(how -> how != BoardMisbehaviour.NONE)
            .map(how ->
                new Trouble(
                    how.name(),
                    () -> peer.misbehave(how),
                    () -> peer.misbehave(BoardMisbehaviour.NONE)));
    return Stream.concat(
            Stream.of(
                new Trouble("cable", peer::unplug, peer::plug),
                new Trouble("restart", peer::restart, () -> {}),
                new Trouble("door", () -> peer.door(true), () -> peer.door(false)),
                new Trouble("mains", () -> peer.mains(false), () -> peer.mains(true))),
            misbehaviours)
        .toList();
  }

  @Override
  public void close() {
    cabinet.close();
    peer.close();
  }
}
