package org.jiujin.device.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jiujin.device.DeviceDescription.Capability;
import org.jiujin.device.DevicePort;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.Fault;
import org.jiujin.device.SettingException;
import org.jiujin.device.SwitchOutcome;
import org.jiujin.device.cabinet.BuzzerPattern;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.cabinet.Reading;
import org.jiujin.device.cabinet.Readings.Door;
import org.jiujin.device.virtual.BoardMisbehaviour;
import org.jiujin.device.virtual.MemoryPort;
import org.jiujin.device.virtual.VirtualCabinet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Without a terminal, and with everything that can go wrong on the wire.
class ModbusRtuInMemoryTest extends VirtualCabinetBench {
  private final MemoryPort port = new MemoryPort();

  @Override
  VirtualCabinet board() {
    return VirtualCabinet.rtu(port);
  }

  @Override
  Cabinet open() {
    return open(WIRING);
  }

  @ParameterizedTest
  @EnumSource(
      value = BoardMisbehaviour.class,
      names = {"NOISE", "BYTE_BY_BYTE", "OTHER_UNIT_FIRST", "ECHO"})
  void worksInSpiteOf(BoardMisbehaviour how) {
    peer.misbehave(how);
    door(true);
    await("open", () -> cabinet.readings().door().says(Door.OPEN));
    assertInstanceOf(SwitchOutcome.Switched.class, cabinet.lampOn(LIGHT));
    assertTrue(peer.lamp());
  }

  @ParameterizedTest
  @CsvSource({
    "NOISE_ONLY, GARBLED_ANSWER",
    "WRONG_CHECKSUM, GARBLED_ANSWER",
    "CUT_SHORT, GARBLED_ANSWER",
    "OTHER_UNIT, GARBLED_ANSWER",
    "OTHER_FUNCTION, GARBLED_ANSWER",
    "OTHER_TRANSACTION, NO_ANSWER",
    "LATE, NO_ANSWER",
    "ECHO_ONLY, NO_ANSWER",
    "BUSY, NO_ANSWER",
    "ILLEGAL_ADDRESS, MISCONFIGURED",
    "FAILURE, DEVICE_FAILED"
  })
  void failsWithAndRecovers(BoardMisbehaviour how, Fault.Code code) {
    peer.misbehave(how);
    await(
        code.name(),
        () ->
            cabinet.status() instanceof DeviceStatus.Unavailable(var fault, _)
                && fault.code() == code);
    assertInstanceOf(Reading.Unknown.class, cabinet.readings().temperatureTenths());
    peer.misbehave(BoardMisbehaviour.NONE);
    await("ready", () -> cabinet.status() instanceof DeviceStatus.Ready);
  }

  /// The answer to a write looks like the write: an adapter that hears itself would confirm everything.
  @Test
  void doesNotTakeAnEchoForAnAnswer() {
    peer.misbehave(BoardMisbehaviour.ECHO);
    temperature(222);
    await("heard through the echo", () -> cabinet.readings().temperatureTenths().says(222));
    peer.misbehave(BoardMisbehaviour.ECHO_ONLY);
    assertInstanceOf(SwitchOutcome.Uncertain.class, cabinet.lampOn(LIGHT));
    assertFalse(peer.lamp());
  }

  @Test
  void staysUsableWhenOnlyWritesFail() {
    peer.misbehave(BoardMisbehaviour.WRITES_FAIL);
    var refused = assertInstanceOf(SwitchOutcome.Refused.class, cabinet.lampOn(LIGHT));
    assertEquals(Fault.Code.DEVICE_FAILED, refused.fault().code());
    assertTrue(cabinet.status().usable());
    peer.misbehave(BoardMisbehaviour.NONE);
    door(true);
    await("open", () -> cabinet.readings().door().says(Door.OPEN));
    door(false);
    await("a whole look later", () -> cabinet.readings().door().says(Door.CLOSED));
    assertFalse(peer.lamp(), "what was refused is never done later");
  }

  @Test
  void goesOnTryingAfterAnUncertainOutcome() {
    peer.misbehave(BoardMisbehaviour.MUTE);
    assertInstanceOf(SwitchOutcome.Uncertain.class, cabinet.lampOn(LIGHT));
    peer.restart();
    peer.misbehave(BoardMisbehaviour.NONE);
    await("on", peer::lamp);
  }

  @Test
  void saysWhatIsNotWired() {
    cabinet.close();
    cabinet = open(new DriverSettings(Map.of("door", "!discrete:0")));
    await("inverted", () -> cabinet.readings().door().says(Door.OPEN));
    assertInstanceOf(Reading.NotWired.class, cabinet.readings().tamper());
    assertInstanceOf(Reading.NotWired.class, cabinet.readings().batteryPercent());
    assertEquals(
        java.util.Set.of(Capability.DOOR, Capability.LIVE_STATUS),
        cabinet.description().capabilities());
    var refused = assertInstanceOf(SwitchOutcome.Refused.class, cabinet.lampOn(LIGHT));
    assertEquals(Fault.Code.MISCONFIGURED, refused.fault().code());
    assertInstanceOf(SwitchOutcome.Refused.class, cabinet.buzz(BuzzerPattern.ONCE));
  }

  @Test
  void showsASensorThatBroke() {
    temperature(0x7FFF);
    await(
        "a sensor",
        () ->
            cabinet.status() instanceof DeviceStatus.Degraded(var fault, _)
                && fault.code() == Fault.Code.DEVICE_FAILED);
    assertInstanceOf(Reading.Unknown.class, cabinet.readings().temperatureTenths());
    assertTrue(cabinet.readings().door().says(Door.CLOSED));
  }

  @ParameterizedTest
  @CsvSource({"holding:3, one", "holding:3, many", "coil:0, many", "coil:0, one"})
  void writesByEveryFunction(String lamp, String functions) {
    cabinet.close();
    cabinet = open(with(Map.of("lamp", lamp, "write", functions)));
    await("ready", () -> cabinet.status() instanceof DeviceStatus.Ready);
    assertInstanceOf(SwitchOutcome.Switched.class, cabinet.lampOn(LIGHT));
    assertTrue(peer.lamp() || peer.holding(3) == 1);
    assertInstanceOf(SwitchOutcome.Switched.class, cabinet.lampOff());
    assertFalse(peer.lamp() || peer.holding(3) == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit | 248",
        "unit | 0",
        "door | discrete",
        "door | input:3",
        "door | input:3.16",
        "door | discrete:65536",
        "temperature | coil:3",
        "lamp | discrete:0",
        "buzzer | coil:0",
        "write | all",
        "too-hot | -12",
        "answer-limit | 10"
      })
  void saysWhichSettingIsWrong(String name, String value) {
    var wrong = assertThrows(SettingException.class, () -> open(with(Map.of(name, value))).close());
    assertEquals(name, wrong.setting());
  }

  @Test
  void wantsSomethingToBeWired() {
    assertThrows(SettingException.class, () -> open(DriverSettings.NONE).close());
  }

  private static DriverSettings with(Map<String, String> more) {
    var values = new HashMap<>(WIRING.values());
    values.putAll(more);
    return new DriverSettings(values);
  }

  private Cabinet open(DriverSettings settings) {
    return ModbusCabinets.rtu(
        new DevicePort("cabinet", "memory", true), port, settings, InstantSource.system());
  }

  private void await(String what, BooleanSupplier fact) {
    Eventually.within(
        Duration.ofSeconds(8), () -> what + " but " + cabinet.status() + cabinet.readings(), fact);
  }
}
