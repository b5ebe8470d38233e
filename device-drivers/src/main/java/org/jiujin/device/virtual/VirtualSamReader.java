package org.jiujin.device.virtual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A card reader that does not exist, at the far side of a real terminal port.
///
/// After a card was read, it is not found again before it is lifted, as with real readers. Thread-safe.
public final class VirtualSamReader implements AutoCloseable {
  private final SamPeer peer;
  private final Cable port;
  private final String address;

  /// @param link where the port appears while the reader is plugged in; starts unplugged
  public VirtualSamReader(Path link) {
    peer = new SamPeer();
    port = new VirtualPort(link, peer);
    address = link.toString();
  }

  /// @param port where the driver is; starts as it is
  public VirtualSamReader(MemoryPort port) {
    peer = new SamPeer();
    port.connect(peer);
    this.port = port;
    address = "memory";
  }

  private VirtualSamReader(SamPeer peer, Cable port, String address) {
    this.peer = peer;
    this.port = port;
    this.address = address;
  }

  /// A reader behind a serial server on the loopback address; starts unplugged.
  ///
  /// @throws IOException when there is no free port
  public static VirtualSamReader overTcp() throws IOException {
    var peer = new SamPeer();
    var socket = NetworkSocket.onAnyPort();
    socket.connect(peer);
    return new VirtualSamReader(peer, socket, socket.address());
  }

  /// Where a driver finds it.
  public String address() {
    return address;
  }

  /// The speed at which the reader talks, in baud; 115200 at the start.
  public int baud() {
    return peer.baud();
  }

  /// Lets the reader talk at another speed, as after a visit from a technician.
  public void talkAt(int baud) {
    peer.talkAt(baud);
  }

  /// Plugs the reader in and waits until the port is there.
  public void plug() {
    port.plug();
  }

  /// Pulls the cable and waits until the port is gone.
  public void unplug() {
    port.unplug();
  }

  public boolean plugged() {
    return port.plugged();
  }

  /// Lays a card on the plate, in place of one that lies there.
  public void lay(VirtualCard card) {
    peer.lay(card);
  }

  /// Lifts the card.
  public void lift() {
    peer.lift();
  }

  /// The card on the plate.
  public Optional<VirtualCard> card() {
    return peer.card();
  }

  /// Lets something be wrong from now on; [Misbehaviour#NONE] mends it.
  public void misbehave(Misbehaviour how) {
    peer.misbehave(how);
  }

  @Override
  public void close() {
    port.close();
  }
}
