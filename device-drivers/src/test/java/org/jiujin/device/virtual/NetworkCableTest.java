package org.jiujin.device.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkCableTest {
  private ServerSocket far;
  private NetworkCable cable;

  @BeforeEach
  void lay() throws IOException {
    far = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::echo);
    cable = NetworkCable.lay("test", 0, far.getLocalPort());
  }

  @AfterEach
  void takeAway() throws IOException {
    cable.close();
    far.close();
  }

  @Test
  void carriesBothWays() throws IOException {
    try (var near = connect()) {
      assertEquals('x', echoOf(near, 'x'));
    }
  }

  @Test
  void dropsOpenConnectionsAtACut() throws IOException {
    try (var near = connect()) {
      assertEquals('x', echoOf(near, 'x'));
      cable.cut();
      assertFalse(cable.whole());
      assertEquals(-1, echoOf(near, 'y'));
    }
  }

  @Test
  void carriesNothingWhileCutAndEverythingAfterwards() throws IOException {
    cable.cut();
    try (var near = connect()) {
      assertEquals(-1, echoOf(near, 'x'));
    }
    cable.restore();
    try (var near = connect()) {
      assertEquals('z', echoOf(near, 'z'));
    }
  }

  @Test
  void dropsAConnectionWhenNobodyListensAtTheFarEnd() throws IOException {
    far.close();
    try (var near = connect()) {
      assertEquals(-1, echoOf(near, 'x'));
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), cable.port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  /// What came back, -1 when the connection was dropped.
  private static int echoOf(Socket socket, int letter) {
    try {
      socket.getOutputStream().write(letter);
      return socket.getInputStream().read();
    } catch (java.net.SocketTimeoutException carriedNothing) {
      throw new AssertionError("neither carried nor dropped", carriedNothing);
    } catch (IOException dropped) {
      return -1;
    }
  }

  private void echo() {
    while (!far.isClosed()) {
      try (var socket = far.accept()) {
        socket.getInputStream().transferTo(socket.getOutputStream());
      } catch (IOException ended) {
        assertFalse(cable == null, "dropped, and the next one may come");
      }
    }
  }
}
