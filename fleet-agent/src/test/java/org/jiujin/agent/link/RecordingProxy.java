package org.jiujin.agent.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/// Stands between one client and the broker, and keeps what the client sends.
final class RecordingProxy implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream(); // synchronized itself
  private final int brokerPort;

  RecordingProxy(int brokerPort) throws IOException {
    this.brokerPort = brokerPort;
    Thread.ofPlatform().name("proxy").start(this::carry);
  }

  String uri() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  /// What the client has sent so far, as hexadecimal bytes.
  String sentByClient() {
    return HexFormat.ofDelimiter(" ").formatHex(sent.toByteArray());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void carry() {
    try (Socket client = server.accept();
        Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort)) {
      Thread.ofPlatform().name("proxy-back").start(() -> back(broker, client));
      byte[] buffer = new byte[4096];
      for (int count = client.getInputStream().read(buffer);
          count >= 0;
          count = client.getInputStream().read(buffer)) {
        sent.write(buffer, 0, count);
        broker.getOutputStream().write(buffer, 0, count);
      }
    } catch (IOException _) {
      // either side went away
    }
  }

  private static void back(Socket broker, Socket client) {
    try {
      broker.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException _) {
      // either side went away
    }
  }
}
