package org.jiujin.device.virtual;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A virtual device's network socket, on the loopback address: port 9100 of a receipt printer, for example.
///
/// One connection at a time, as such printers do; while the cable is out, connections are refused and the open one is
/// reset. The port is kept meanwhile: otherwise the system may hand it to somebody else, even to the driver that knocks at
/// it. One platform thread serves it. Thread-safe.
public final class NetworkSocket implements Cable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkSocket.class);
  private static final int SLICE_MILLISECONDS = 10;
  private static final Duration LEAVING = Duration.ofSeconds(2);
  private static final int BUFFER_BYTES = 4096;

  private final SocketChannel claim;
  private final int port;
  private VirtualPort.@Nullable Peer peer;
  private @Nullable ServerSocket server;
  private @Nullable Socket connection;
  private volatile boolean deaf;

  private NetworkSocket(SocketChannel claim) throws IOException {
    this.claim = claim;
    this.port = ((InetSocketAddress) claim.getLocalAddress()).getPort();
  }

  /// Chooses a free port; starts unplugged.
  public static NetworkSocket onAnyPort() throws IOException {
    return on(0);
  }

  /// On a port of one's choice; starts unplugged.
  ///
  /// @throws IOException when the port is taken
  public static NetworkSocket on(int port) throws IOException {
    var claim = SocketChannel.open();
    try {
      claim.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      claim.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return new NetworkSocket(claim);
    } catch (IOException taken) {
      claim.close();
      throw taken;
    }
  }

  /// Where to connect to.
  public int port() {
    return port;
  }

  /// The address for a driver: `tcp://127.0.0.1:port`.
  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  /// Lets the socket keep its connection but read and answer nothing, as a printer does whose program hangs.
  public void deaf(boolean hangs) {
    deaf = hangs;
  }

  @Override
  public synchronized void plug() {
    if (server != null) {
      return;
    }
    try {
      var opened = listener();
      server = opened;
      Thread.ofPlatform().daemon().name("virtual-socket-" + port).start(() -> serve(opened));
    } catch (IOException taken) {
      throw new java.io.UncheckedIOException("port " + port + " cannot be opened", taken);
    }
  }

  /// A listener that was closed listens on until the thread that waits in it has left it, a moment later; only then may
  /// the next one begin.
  private ServerSocket listener() throws IOException {
    long deadline = System.nanoTime() + LEAVING.toNanos();
    while (true) {
      var opened = new ServerSocket();
      try {
        opened.setReuseAddress(true);
        opened.setReceiveBufferSize(BUFFER_BYTES);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        return opened;
      } catch (BindException taken) {
        opened.close();
        if (System.nanoTime() > deadline) {
          throw taken;
        }
        rest();
      }
    }
  }

  @Override
  public synchronized void unplug() {
    close(server);
    server = null;
    reset(connection);
    connection = null;
    if (peer != null) {
      peer.unplugged();
    }
  }

  @Override
  public synchronized boolean plugged() {
    return server != null;
  }

  @Override
  public void close() {
    unplug();
    close(claim);
  }

  synchronized void connect(VirtualPort.Peer device) {
    peer = device;
  }

  private synchronized @Nullable Socket accepted(ServerSocket from, Socket socket) {
    if (from.isClosed()) { // unplugged meanwhile
      reset(socket);
      return null;
    }
    connection = socket;
    return socket;
  }

  private synchronized Iterable<byte[]> exchanged(byte[] bytes) {
    return peer == null ? java.util.List.of() : peer.exchange(bytes);
  }

  private void serve(ServerSocket from) {
    while (!from.isClosed()) {
      try (var socket = accepted(from, from.accept())) {
        if (socket != null) {
          talk(socket);
        }
      } catch (IOException ended) {
        LOG.debug("A connection to the virtual socket {} ended: {}", port, ended.getMessage());
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    socket.setSoTimeout(SLICE_MILLISECONDS);
    socket.setTcpNoDelay(true);
    var buffer = new byte[BUFFER_BYTES];
    while (!socket.isClosed()) {
      int count = deaf ? rest() : read(socket, buffer);
      if (count < 0) {
        return;
      }
      if (!deaf) {
        for (var piece : exchanged(Arrays.copyOf(buffer, count))) {
          socket.getOutputStream().write(piece);
        }
      }
    }
  }

  private static int rest() {
    java.util.concurrent.locks.LockSupport.parkNanos(SLICE_MILLISECONDS * 1_000_000L);
    return 0;
  }

  /// What came, 0 for nothing, -1 at the end.
  private static int read(Socket socket, byte[] buffer) throws IOException {
    try {
      return socket.getInputStream().read(buffer);
    } catch (SocketTimeoutException nothing) {
      return 0;
    }
  }

  /// A pulled plug takes no leave: the other side sees a reset, not an end.
  private static void reset(@Nullable Socket socket) {
    if (socket == null) {
      return;
    }
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyClosed) {
      LOG.trace("A socket was closed before it was reset", alreadyClosed);
    }
  }

  private static void close(@Nullable Closeable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException alreadyClosed) {
      LOG.trace("A socket was closed twice", alreadyClosed);
    }
  }
}
