package org.jiujin.demo.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/// The loopback ports of one run.
///
/// @param platformRelay where the terminal reaches the platform, through a cable that the bench can cut
/// @param brokerRelay where the terminal reaches the broker, through the same cable
/// @param enrolment where a terminal without a certificate asks for one
/// @param brokerTls where a terminal with a certificate reaches the broker
/// @param newBench the bench of the terminal that comes later
/// @param newMirror its screen
public record Ports(
    int bench,
    int platform,
    int console,
    int broker,
    int mirror,
    int platformRelay,
    int brokerRelay,
    int enrolment,
    int brokerTls,
    int newBench,
    int newMirror) {
  /// The ports that the documentation names.
  static final List<Integer> USUAL =
      List.of(8791, 8792, 8793, 8794, 8795, 8796, 8797, 8798, 8799, 8800, 8801);

  /// Below the range from which Linux takes the ports of outgoing connections.
  private static final int LOWEST_APART = 20_000;

  private static final int HIGHEST_APART = 30_000;

  /// Picks the usual ports, and another one in place of each that is taken.
  ///
  /// A port can still be taken between this call and its use; the program that needs it then fails to start.
  public static Ports pick() {
    return pick(Ports::isFree);
  }

  static Ports pick(IntPredicate free) {
    var picked = new LinkedHashSet<Integer>();
    for (int usual : USUAL) {
      int port = usual;
      while (!free.test(port) || picked.contains(port)) {
        port += 20; // a second and a third run beside the first get 8811…, 8831…: easy to read
      }
      picked.add(port);
    }
    return of(List.copyOf(picked));
  }

  /// Picks free ports that another run, started at the same moment, will hardly pick too. Two runs that share a port
  /// would talk to each other's programs.
  public static Ports pickApart(RandomGenerator random) {
    var picked = new LinkedHashSet<Integer>();
    while (picked.size() < USUAL.size()) {
      int port = random.nextInt(LOWEST_APART, HIGHEST_APART);
      if (isFree(port)) {
        picked.add(port);
      }
    }
    return of(List.copyOf(picked));
  }

  private static Ports of(List<Integer> ports) {
    return new Ports(
        ports.get(0),
        ports.get(1),
        ports.get(2),
        ports.get(3),
        ports.get(4),
        ports.get(5),
        ports.get(6),
        ports.get(7),
        ports.get(8),
        ports.get(9),
        ports.get(10));
  }

  /// True when nothing on this machine listens on that loopback port.
  static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
