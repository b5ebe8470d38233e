package org.jiujin.device.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A network socket with a peer behind it, on the loopback address. One connection at a time, as with small devices.
///
/// While it is unplugged nobody listens. Thread-safe.
final class LoopbackPort implements Cable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackPort.class);
  private static final int SLICE_MILLISECONDS = 5;
  private static final int BUFFER_BYTES = 4096;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long AGAIN_NANOSECONDS = 5_000_000;

  private final int number;
  private final VirtualPort.Peer peer;
  private @Nullable ServerSocket server;
  private @Nullable Socket near;

  /// Starts unplugged; a free port is found and kept.
  LoopbackPort(VirtualPort.Peer peer) throws IOException {
    this.peer = peer;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      number = free.getLocalPort();
    }
  }

  int number() {
    return number;
  }

  @Override
  public synchronized void plug() {
    if (server != null) {
      return;
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (server == null) {
      try {
        var opened = listen();
        server = opened;
        Thread.ofVirtual().name("virtual-tcp-" + number).start(() -> accept(opened));
      } catch (IOException taken) { // a socket just closed is free a moment later
        if (System.nanoTime() > deadline) {
          throw new UncheckedIOException("the port " + number + " is taken", taken);
        }
        LockSupport.parkNanos(AGAIN_NANOSECONDS);
      }
    }
  }

  @Override
  public synchronized void unplug() {
    close(server);
    close(near);
    server = null;
    near = null;
    peer.unplugged();
  }

  @Override
  public synchronized boolean plugged() {
    return server != null;
  }

  @Override
  public void close() {
    unplug();
  }

  private ServerSocket listen() throws IOException {
    var opened = new ServerSocket();
    try {
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 1);
      return opened;
    } catch (IOException taken) {
      opened.close();
      throw taken;
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try (var socket = listening.accept()) {
        if (take(listening, socket)) {
          serve(socket);
        }
      } catch (IOException left) {
        LOG.debug("A connection to the virtual port {} ended: {}", number, left.toString());
      }
    }
  }

  private synchronized boolean take(ServerSocket listening, Socket socket) {
    near = socket;
    return !listening.isClosed();
  }

  private void serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SLICE_MILLISECONDS);
    var buffer = new byte[BUFFER_BYTES];
    while (true) {
      int count;
      try {
        count = socket.getInputStream().read(buffer);
      } catch (SocketTimeoutException nothingCame) {
        count = 0;
      }
      if (count < 0) {
        return;
      }
      for (var piece : peer.exchange(Arrays.copyOf(buffer, count))) {
        socket.getOutputStream().write(piece);
      }
    }
  }

  private static void close(@Nullable AutoCloseable socket) {
    try {
      if (socket instanceof Socket connection) {
        connection.close();
      } else if (socket instanceof ServerSocket listening) {
        listening.close();
      }
    } catch (IOException already) {
      LOG.debug("Closing a virtual port: {}", already.toString());
    }
  }
}
