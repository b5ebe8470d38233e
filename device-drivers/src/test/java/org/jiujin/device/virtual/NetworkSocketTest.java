package org.jiujin.device.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class NetworkSocketTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void keepsItsPortWhileTheCableIsOut() throws IOException {
    try (var socket = NetworkSocket.onAnyPort()) {
      int port = socket.port();
      assertThrows(BindException.class, () -> take(port));
      socket.plug();
      new Socket(HERE, port).close();
      socket.unplug();
      assertThrows(BindException.class, () -> take(port));
    }
  }

  /// A port in the system's own range that nobody holds may be given to the one who knocks, who then meets himself.
  @Test
  void refusesWhoeverKnocksWhileTheCableIsOut() throws IOException {
    try (var socket = NetworkSocket.onAnyPort()) {
      for (int i = 0; i < 100; i++) {
        assertThrows(ConnectException.class, () -> new Socket(HERE, socket.port()).close());
      }
      socket.plug();
      try (var driver = new Socket(HERE, socket.port())) {
        assertNotEquals(socket.port(), driver.getLocalPort());
      }
    }
  }

  @Test
  void isThereAgainAtOnceHoweverOftenItFlaps() throws IOException {
    try (var socket = NetworkSocket.onAnyPort()) {
      for (int i = 0; i < 300; i++) {
        socket.plug();
        new Socket(HERE, socket.port()).close();
        socket.unplug();
      }
    }
  }

  @Test
  void givesThePortBackAtTheEnd() throws IOException {
    var socket = NetworkSocket.onAnyPort();
    socket.plug();
    socket.close();
    try (var other = NetworkSocket.on(socket.port())) {
      assertEquals(socket.port(), other.port());
    }
  }

  /// As somebody who shares with nobody.
  private static void take(int port) throws IOException {
    try (var other = new ServerSocket()) {
      other.setReuseAddress(false);
      other.bind(new InetSocketAddress(HERE, port));
    }
  }
}
