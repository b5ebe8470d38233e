package org.jiujin.device.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a peer at the far end of a [PseudoTerminal] that can be plugged and unplugged at any time.
///
/// One platform thread owns the terminal; it alone reads, writes, opens and closes it.
final class VirtualPort implements Cable {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualPort.class);
  private static final Duration SLICE = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Path link;
  private final Peer peer;
  private final Thread thread;
  private @Nullable PseudoTerminal terminal;
  private boolean wanted;
  private volatile int baud;
  private boolean closing;

  /// Starts unplugged.
  VirtualPort(Path link, Peer peer) {
    this.link = link;
    this.peer = peer;
    this.thread =
        Thread.ofPlatform().daemon().name("virtual-" + link.getFileName()).start(this::run);
  }

  /// Waits until the link is there.
  @Override
  public void plug() {
    change(true);
  }

  /// Waits until the link is gone.
  @Override
  public void unplug() {
    change(false);
  }

  @Override
  public synchronized boolean plugged() {
    return wanted;
  }

  @Override
  public void talkAt(int baud) {
    this.baud = baud;
  }

  @Override
  public void close() {
    synchronized (this) {
      wanted = false;
      closing = true;
      notifyAll();
    }
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void change(boolean plugged) {
    wanted = plugged;
    notifyAll();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (plugged != (terminal != null) && System.nanoTime() < deadline) {
        wait(100);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (settle()) {
        exchange();
      }
    } catch (IOException | UncheckedIOException broken) {
      LOG.error("The virtual port {} ended", link.getFileName(), broken);
    }
  }

  /// Brings the terminal into the wanted state; false at the end.
  private synchronized boolean settle() throws IOException {
    if (!wanted && terminal != null) {
      terminal.close();
      terminal = null;
      peer.unplugged();
      notifyAll();
    }
    while (!wanted && !closing) {
      try {
        wait(1000);
      } catch (InterruptedException end) {
        return false;
      }
    }
    if (closing) {
      return false;
    }
    if (terminal == null) {
      terminal = PseudoTerminal.plug(link);
      notifyAll();
    }
    return true;
  }

  /// Runs without the lock, so that a hand on the cable never waits for a byte.
  private void exchange() throws IOException {
    var port = current();
    try {
      var bytes = port.read(SLICE);
      boolean understood = baud == 0 || port.speed() == baud;
      for (var piece : peer.exchange(understood ? bytes : noise(bytes))) {
        port.write(understood ? piece : noise(piece));
      }
    } catch (PseudoTerminal.HungUp programLeft) {
      renew(port);
    }
  }

  /// What bytes look like at another speed: other bytes.
  private static byte[] noise(byte[] bytes) {
    var heard = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      heard[i] = (byte) (bytes[i] ^ 0xE6);
    }
    return heard;
  }

  private synchronized PseudoTerminal current() {
    if (terminal == null) {
      throw new IllegalStateException("unplugged");
    }
    return terminal;
  }

  /// A port that a killed program had open may stay reserved for it; a new terminal is free.
  private synchronized void renew(PseudoTerminal old) throws IOException {
    old.close();
    terminal = PseudoTerminal.plug(link);
  }

  /// The device itself. Called from the port's thread only.
  interface Peer {
    /// Takes what came, perhaps nothing, and answers what goes out, piece by piece.
    Iterable<byte[]> exchange(byte[] bytes);

    /// The cable was pulled.
    void unplugged();
  }
}
