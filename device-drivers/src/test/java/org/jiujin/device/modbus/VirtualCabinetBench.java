package org.jiujin.device.modbus;

import java.time.Duration;
import java.util.Map;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.DriverSettings;
import org.jiujin.device.Eventually;
import org.jiujin.device.cabinet.Cabinet;
import org.jiujin.device.cabinet.CabinetContract;
import org.jiujin.device.virtual.BoardMisbehaviour;
import org.jiujin.device.virtual.VirtualCabinet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A driver and a virtual board, joined by whatever the test says.
abstract class VirtualCabinetBench implements CabinetContract {
  static final DriverSettings WIRING =
      new DriverSettings(
          Map.of(
              "door", "discrete:0",
              "tamper", "discrete:1",
              "mains", "discrete:2",
              "temperature", "input:0*0.1",
              "battery", "input:1",
              "lamp", "coil:0",
              "buzzer", "coil:1"));

  VirtualCabinet peer;
  Cabinet cabinet;

  abstract VirtualCabinet board() throws java.io.IOException;

  abstract Cabinet open();

  @BeforeEach
  void begin() throws java.io.IOException {
    peer = board();
    peer.plug();
    cabinet = open();
    Eventually.within(
        Duration.ofSeconds(5),
        () -> cabinet.status().toString(),
        () -> cabinet.status() instanceof DeviceStatus.Ready);
  }

  @AfterEach
  void end() {
    cabinet.close();
    peer.close();
  }

  @Override
  public Cabinet cabinet() {
    return cabinet;
  }

  @Override
  public void door(boolean open) {
    peer.door(open);
  }

  @Override
  public void tamper(boolean alarmed) {
    peer.tamper(alarmed);
  }

  @Override
  public void mains(boolean present) {
    peer.mains(present);
  }

  @Override
  public void battery(int percent) {
    peer.battery(percent);
  }

  @Override
  public void temperature(int tenths) {
    peer.temperature(tenths);
  }

  @Override
  public boolean lamp() {
    return peer.lamp();
  }

  @Override
  public boolean buzzer() {
    return peer.buzzer();
  }

  @Override
  public int buzzes() {
    return peer.buzzes();
  }

  @Override
  public void plug() {
    peer.plug();
  }

  @Override
  public void unplug() {
    peer.unplug();
  }

  @Override
  public void restart() {
    peer.restart();
  }

  @Override
  public void fallSilent() {
    peer.misbehave(BoardMisbehaviour.MUTE);
  }
}
