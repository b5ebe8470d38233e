package org.jiujin.device.modbus;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.virtual.BoardMisbehaviour;
import org.jiujin.device.virtual.VirtualCabinet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Over a socket, with what can go wrong there.
class ModbusTcpTest extends VirtualCabinetBench {
  @Override
  VirtualCabinet board() throws IOException {
    return VirtualCabinet.tcp();
  }

  @Override
  Cabinet open() {
    return (Cabinet)
        new ModbusTcpDriver()
            .open(new DevicePort("cabinet", peer.address(), true), WIRING, InstantSource.system());
  }

  @ParameterizedTest
  @EnumSource(
      value = BoardMisbehaviour.class,
      names = {"NOISE", "BYTE_BY_BYTE", "OTHER_UNIT_FIRST"})
  void worksInSpiteOf(BoardMisbehaviour how) {
    peer.misbehave(how);
    assertInstanceOf(SwitchOutcome.Switched.class, cabinet.lampOn(LIGHT));
    assertTrue(peer.lamp());
  }

  @ParameterizedTest
  @CsvSource({
    "OTHER_TRANSACTION, GARBLED_ANSWER",
    "OTHER_UNIT, GARBLED_ANSWER",
    "OTHER_FUNCTION, GARBLED_ANSWER",
    "WRONG_CHECKSUM, GARBLED_ANSWER",
    "CUT_SHORT, GARBLED_ANSWER"
  })
  void failsWithAndRecovers(BoardMisbehaviour how, Fault.Code code) {
    peer.misbehave(how);
    Eventually.within(
        Duration.ofSeconds(8),
        () -> code + " but " + cabinet.status(),
        () ->
            cabinet.status() instanceof DeviceStatus.Unavailable(var fault, _)
                && fault.code() == code);
    peer.misbehave(BoardMisbehaviour.NONE);
    Eventually.within(
        Duration.ofSeconds(8),
        () -> "ready but " + cabinet.status(),
        () -> cabinet.status() instanceof DeviceStatus.Ready);
  }
}
