package org.jiujin.device.virtual;

import java.nio.file.Path;
import java.util.Optional;

/// A card reader that does not exist, at the far side of a real terminal port.
///
/// After a card was read, it is not found again before it is lifted, as with real readers. Thread-safe.
public final class VirtualSamReader implements AutoCloseable {
  private final SamPeer peer = new SamPeer();
  private final Cable port;

  /// @param link where the port appears while the reader is plugged in; starts unplugged
  public VirtualSamReader(Path link) {
    port = new VirtualPort(link, peer);
  }

  /// @param port where the driver is; starts as it is
  public VirtualSamReader(MemoryPort port) {
    port.connect(peer);
    this.port = port;
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
