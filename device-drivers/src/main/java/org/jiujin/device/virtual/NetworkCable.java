package org.jiujin.device.virtual;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A TCP connection through a cable that can be cut: what connects to one port is carried to another.
///
/// At a cut every open connection is dropped, and new ones are until the cable is whole again. On the loopback address
/// only. Thread-safe.
public final class NetworkCable implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkCable.class);
  private static final int CONNECT_MILLISECONDS = 2_000;
  private static final int MOST_CONNECTIONS = 256;
  private static final int BUFFER_BYTES = 8 * 1024;

  private final String name;
  private final int targetPort;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private volatile boolean whole = true;

  private NetworkCable(String name, int targetPort, ServerSocket server) {
    this.name = name;
    this.targetPort = targetPort;
    this.server = server;
  }

  /// Lays a cable. Nobody needs to listen at its far end yet.
  ///
  /// @param listenPort 0 for any free one
  public static NetworkCable lay(String name, int listenPort, int targetPort) throws IOException {
    var server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), listenPort));
    var cable = new NetworkCable(name, targetPort, server);
    Thread.ofVirtual().name("cable-" + name).start(cable::accept);
    return cable;
  }

  /// Where to connect to.
  public int port() {
    return server.getLocalPort();
  }

  public boolean whole() {
    return whole;
  }

  /// Cuts the cable.
  public void cut() {
    whole = false;
    open.forEach(NetworkCable::drop);
  }

  /// Mends the cable.
  public void restore() {
    whole = true;
  }

  @Override
  public void close() {
    cut();
    try {
      server.close();
    } catch (IOException alreadyGone) {
      LOG.debug("Closing the cable {} failed", name, alreadyGone);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var near = server.accept();
        if (whole && room.tryAcquire()) {
          Thread.ofVirtual().name("cable-" + name + "-out").start(() -> carry(near));
        } else {
          drop(near);
        }
      } catch (IOException ended) {
        if (!server.isClosed()) {
          LOG.warn("The cable {} refused a connection: {}", name, ended.getMessage());
        }
      }
    }
  }

  private void carry(Socket near) {
    try (near;
        var far = new Socket()) {
      open.add(near);
      open.add(far);
      far.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort),
          CONNECT_MILLISECONDS);
      if (!whole) { // cut while connecting
        drop(near);
        return;
      }
      var back = Thread.ofVirtual().name("cable-" + name + "-back").start(() -> pump(far, near));
      pump(near, far);
      back.join();
    } catch (IOException nobodyThere) {
      drop(near);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(near);
      open.removeIf(Socket::isClosed);
      room.release();
    }
  }

  /// Carries one direction to its end, and passes the end on.
  private static void pump(Socket from, Socket to) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
        out.flush();
      }
      to.shutdownOutput();
    } catch (IOException dropped) {
      drop(from);
      drop(to);
    }
  }

  /// A cut cable takes no leave: the other side sees a reset, not an end.
  private static void drop(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      LOG.trace("A socket was closed before it was dropped", alreadyClosed);
    }
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      LOG.trace("A socket was closed before it was dropped", alreadyClosed);
    }
  }
}
