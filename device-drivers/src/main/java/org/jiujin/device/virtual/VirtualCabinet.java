package org.jiujin.device.virtual;

import java.io.IOException;
import java.nio.file.Path;

/// A cabinet that does not exist, with a Modbus IO board at the far side of a real port.
///
/// | wired to | what |
/// |---|---|
/// | discrete 0 | door, 1 is open |
/// | discrete 1 | tamper, 1 is alarm |
/// | discrete 2 | mains, 1 is present |
/// | input 0 | temperature, 0.1 °C, two's complement |
/// | input 1 | battery, percent |
/// | coil 0 | lamp |
/// | coil 1 | buzzer |
///
/// Each table has sixteen cells. It starts closed, quiet, on mains, at 21.5 °C with a full battery. Thread-safe.
public final class VirtualCabinet implements AutoCloseable {
  static final int BUZZER = 1;

  private static final int UNIT = 1;
  private static final int DOOR = 0;
  private static final int TAMPER = 1;
  private static final int MAINS = 2;
  private static final int TEMPERATURE = 0;
  private static final int BATTERY = 1;
  private static final int LAMP = 0;

  private final BoardPeer peer;
  private final Cable port;
  private final String address;

  private VirtualCabinet(BoardPeer peer, Cable port, String address) {
    this.peer = peer;
    this.port = port;
    this.address = address;
    mains(true);
    temperature(215);
    battery(100);
  }

  /// RTU on a terminal port.
  ///
  /// @param link where the port appears while the board is plugged in; starts unplugged
  public static VirtualCabinet rtu(Path link) {
    var peer = new BoardPeer(BoardWire.RTU, UNIT);
    return new VirtualCabinet(peer, new VirtualPort(link, peer), link.toString());
  }

  /// RTU in memory; starts as the port is.
  public static VirtualCabinet rtu(MemoryPort port) {
    var peer = new BoardPeer(BoardWire.RTU, UNIT);
    port.connect(peer);
    return new VirtualCabinet(peer, port, "memory");
  }

  /// RTU behind a serial server on the loopback address; starts unplugged.
  public static VirtualCabinet rtuOverTcp() throws IOException {
    return network(BoardWire.RTU);
  }

  /// Modbus TCP on the loopback address; starts unplugged.
  public static VirtualCabinet tcp() throws IOException {
    return network(BoardWire.TCP);
  }

  private static VirtualCabinet network(BoardWire wire) throws IOException {
    var peer = new BoardPeer(wire, UNIT);
    var socket = NetworkSocket.onAnyPort();
    socket.connect(peer);
    return new VirtualCabinet(peer, socket, socket.address());
  }

  /// Where a driver finds it.
  public String address() {
    return address;
  }

  /// Plugs the board in and waits until the port is there.
  public void plug() {
    port.plug();
  }

  /// Pulls the cable, and with it the power, and waits until the port is gone.
  public void unplug() {
    port.unplug();
  }

  public boolean plugged() {
    return port.plugged();
  }

  /// Lets the board talk at one speed only, on a terminal port.
  ///
  /// @param baud 0 for any, as at the start
  public void talkAt(int baud) {
    port.talkAt(baud);
  }

  /// Takes the power away for a moment, while the port stays.
  public void restart() {
    peer.restart();
  }

  public void door(boolean open) {
    peer.discrete(DOOR, open);
  }

  public void tamper(boolean alarmed) {
    peer.discrete(TAMPER, alarmed);
  }

  public void mains(boolean present) {
    peer.discrete(MAINS, present);
  }

  public void battery(int percent) {
    peer.input(BATTERY, percent);
  }

  /// Sets the temperature.
  ///
  /// @param tenths of a degree Celsius
  public void temperature(int tenths) {
    peer.input(TEMPERATURE, tenths);
  }

  public boolean lamp() {
    return peer.coil(LAMP);
  }

  public boolean buzzer() {
    return peer.coil(BUZZER);
  }

  /// How often the buzzer began to buzz.
  public int buzzes() {
    return peer.buzzes();
  }

  /// What a holding register says, 0 to 15.
  public int holding(int number) {
    return peer.holding(number);
  }

  /// Lets something be wrong from now on; [BoardMisbehaviour#NONE] mends it.
  public void misbehave(BoardMisbehaviour how) {
    peer.misbehave(how);
  }

  @Override
  public void close() {
    port.close();
  }
}
