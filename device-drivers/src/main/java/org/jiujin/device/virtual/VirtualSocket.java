package org.jiujin.device.virtual;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A peer behind a TCP port on loopback, as behind a serial server or in a network printer. One connection at a time.
///
/// Unplugged, it refuses connections and has dropped the one that was open. The port number stays the same.
public final class VirtualSocket implements Cable {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualSocket.class);
  private static final int SLICE_MILLISECONDS = 10;
  private static final int BUFFER_BYTES = 4096;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final VirtualPort.Peer peer;
  private final int port;
  private @Nullable ServerSocket listening;
  private @Nullable Socket connected;
  private @Nullable Thread thread;

  /// Starts unplugged.
  ///
  /// @throws IOException when there is no free port
  VirtualSocket(VirtualPort.Peer peer) throws IOException {
    this.peer = peer;
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = probe.getLocalPort();
    }
  }

  /// The address for a driver: `tcp://127.0.0.1:port`.
  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public synchronized void plug() {
    if (listening != null) {
      return;
    }
    try {
      var server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      listening = server;
      thread = Thread.ofPlatform().daemon().name("virtual-tcp-" + port).start(() -> serve(server));
    } catch (IOException taken) {
      throw new IllegalStateException("the port " + port + " is taken", taken);
    }
  }

  @Override
  public void unplug() {
    Thread ending;
    synchronized (this) {
      close(listening);
      close(connected);
      listening = null;
      connected = null;
      ending = thread;
      thread = null;
    }
    if (ending != null) {
      join(ending);
      peer.unplugged();
    }
  }

  @Override
  public synchronized boolean plugged() {
    return listening != null;
  }

  @Override
  public void close() {
    unplug();
  }

  private void serve(ServerSocket server) {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        if (!take(server, socket)) {
          return;
        }
        converse(socket);
      } catch (SocketException ended) {
        LOG.debug("A virtual socket's connection ended: {}", ended.toString());
      } catch (IOException broken) {
        LOG.warn("A virtual socket's connection broke: {}", broken.toString());
      }
    }
  }

  private synchronized boolean take(ServerSocket server, Socket socket) {
    if (server.isClosed()) { // by unplug(), which holds the lock too
      return false;
    }
    connected = socket;
    return true;
  }

  private void converse(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SLICE_MILLISECONDS);
    var buffer = new byte[BUFFER_BYTES];
    int count = 0;
    while (count >= 0) {
      for (var piece : peer.exchange(Arrays.copyOf(buffer, count))) {
        socket.getOutputStream().write(piece);
      }
      try {
        count = socket.getInputStream().read(buffer);
      } catch (SocketTimeoutException quiet) {
        count = 0;
      }
    }
  }

  private static void close(java.io.@Nullable Closeable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException already) {
      LOG.debug("Closing a virtual socket: {}", already.toString());
    }
  }

  private static void join(Thread ending) {
    try {
      ending.join(PATIENCE);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
