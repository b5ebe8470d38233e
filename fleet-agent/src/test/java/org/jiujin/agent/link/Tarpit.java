package org.jiujin.agent.link;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A broker at which nobody ever stays: each connection meets the next of its moods.
///
/// Its threads are virtual ones, so that the platform threads of the process are the link's.
final class Tarpit implements AutoCloseable {
  private static final List<Mood> PLAIN =
      List.of(
          Tarpit::drop,
          Tarpit::refuse,
          Tarpit::saySomethingElse,
          Tarpit::swallow,
          Tarpit::confirmAndDrop,
          Tarpit::drop,
          Tarpit::refuse,
          Tarpit::drip,
          Tarpit::hearNothing,
          Tarpit::confirmAndDrop,
          Tarpit::acceptAndStall);
  private static final Duration DRIP = Duration.ofSeconds(1);
  private static final Duration DEAF = Duration.ofSeconds(5);
  private static final byte[] CONNACK = {0x20, 3, 0, 0, 0};

  /// Reason codes of CONNACK: unspecified, not authorized, server unavailable, banned, bad authentication, quota exceeded.
  private static final int[] REFUSALS = {0x80, 0x87, 0x88, 0x8a, 0x8c, 0x97};

  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();

  private Tarpit(ServerSocket server, @Nullable SSLContext tls) {
    this.server = server;
    this.tls = tls;
  }

  /// @param tls of a broker that shakes hands before it is in a mood, most of the time; null for one without TLS
  static Tarpit start(@Nullable SSLContext tls) throws IOException {
    var tarpit = new Tarpit(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), tls);
    Thread.ofVirtual().start(tarpit::acceptAll);
    return tarpit;
  }

  String uri() {
    return (tls == null ? "tcp" : "ssl") + "://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        int number = accepted.getAndIncrement();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket, number));
      } catch (IOException _) {
        // the test is over
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      Mood mood = PLAIN.get(number % PLAIN.size());
      // 6 of 7 shake hands; 7 and the number of moods have no factor in common, so each mood is met
      // both ways
      mood.meet(tls == null || number % 7 == 0 ? socket : handshake(socket, tls), number);
    } catch (IOException _) {
      // the client went away, or the test is over
    } finally {
      open.remove(socket);
    }
  }

  private static Socket handshake(Socket socket, SSLContext tls) throws IOException {
    var encrypted = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
    encrypted.setUseClientMode(false);
    encrypted.setNeedClientAuth(true);
    encrypted.startHandshake();
    return encrypted;
  }

  private static void drop(Socket socket, int number) {
    // closed by the caller
  }

  private static void refuse(Socket socket, int number) throws IOException {
    packet(socket.getInputStream());
    var reason = (byte) REFUSALS[number % REFUSALS.length];
    say(socket, new byte[] {0x20, 3, 0, reason, 0});
    swallow(socket, number);
  }

  private static void saySomethingElse(Socket socket, int number) throws IOException {
    var noise = new byte[64];
    java.util.Arrays.fill(noise, (byte) number);
    say(socket, noise);
    swallow(socket, number);
  }

  /// Takes everything and says nothing.
  private static void swallow(Socket socket, int number) throws IOException {
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /// Reads nothing, and does not notice that the other side has gone.
  private static void hearNothing(Socket socket, int number) {
    LockSupport.parkNanos(DEAF.toNanos());
  }

  private static void acceptAndStall(Socket socket, int number) throws IOException {
    packet(socket.getInputStream());
    say(socket, CONNACK);
    swallow(socket, number);
  }

  /// The terminal is born, and loses its broker at once.
  private static void confirmAndDrop(Socket socket, int number) throws IOException {
    packet(socket.getInputStream());
    say(socket, CONNACK);
    byte[] subscribe = packet(socket.getInputStream());
    say(socket, new byte[] {(byte) 0x90, 5, subscribe[0], subscribe[1], 0, 1, 1});
    packet(socket.getInputStream());
  }

  private static void drip(Socket socket, int number) throws IOException {
    packet(socket.getInputStream());
    for (byte one : CONNACK) {
      LockSupport.parkNanos(DRIP.toNanos());
      say(socket, new byte[] {one});
    }
    swallow(socket, number);
  }

  private static void say(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /// What follows the length of the next packet.
  private static byte[] packet(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    in.readUnsignedByte();
    int length = 0;
    int shift = 0;
    int part;
    do {
      part = in.readUnsignedByte();
      length |= (part & 0x7f) << shift;
      shift += 7;
    } while (part > 0x7f && shift < 28);
    var body = new byte[length];
    in.readFully(body);
    return body;
  }

  @FunctionalInterface
  private interface Mood {
    void meet(Socket socket, int number) throws IOException;
  }
}
