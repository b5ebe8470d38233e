package org.jiujin.demo.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void takesTheUsualPortsWhenTheyAreFree() {
    assertEquals(
        new Ports(8791, 8792, 8793, 8794, 8795, 8796, 8797, 8798, 8799, 8800, 8801),
        Ports.pick(port -> true));
  }

  @Test
  void takesAnotherPortForEachThatIsTaken() {
    assertEquals(
        new Ports(8791, 8812, 8793, 8794, 8835, 8796, 8797, 8798, 8799, 8800, 8801),
        Ports.pick(port -> port != 8792 && port != 8795 && port != 8815));
  }

  @Test
  void picksFreePortsFarFromTheUsualOnes() {
    var ports = Ports.pickApart(new Random(1));

    assertNotEquals(ports, Ports.pickApart(new Random(2)));
    for (int port :
        List.of(ports.bench(), ports.platform(), ports.console(), ports.brokerRelay())) {
      assertTrue(port >= 20_000 && port < 30_000);
    }
  }

  @Test
  void knowsATakenPort() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertFalse(Ports.isFree(port));
    }
    assertTrue(Ports.isFree(port));
  }
}
