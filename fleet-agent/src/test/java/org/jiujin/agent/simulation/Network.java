package org.jiujin.agent.simulation;

import java.util.ArrayList;
import java.util.List;

/// The way from one terminal to the broker.
final class Network {
  /// What becomes of packets.
  enum Weather {
    GOOD,
    /// Nothing arrives and nobody is told: both ends believe in the connection.
    CUT,
    /// Somebody answers "connection refused".
    REFUSED,
    /// Somebody accepts connections and never says a word.
    TARPIT
  }

  private final World world;
  private final List<SimulatedLine> lines = new ArrayList<>();
  private Weather weather = Weather.GOOD;
  private long since;

  Network(World world) {
    this.world = world;
  }

  Weather weather() {
    return weather;
  }

  boolean good() {
    return weather == Weather.GOOD;
  }

  /// Since when it is good, or not.
  long since() {
    return since;
  }

  void turn(Weather next) {
    if (next == weather) {
      return;
    }
    world.note("network " + next);
    boolean worse = weather == Weather.GOOD;
    boolean better = next == Weather.GOOD;
    weather = next;
    lines.removeIf(SimulatedLine::gone);
    if (worse || better) {
      since = world.millis();
      List.copyOf(lines).forEach(worse ? SimulatedLine::silent : SimulatedLine::goOn);
    }
  }

  void add(SimulatedLine line) {
    lines.removeIf(SimulatedLine::gone);
    lines.add(line);
  }

  /// The kernel closes the sockets of a process that is gone.
  void processDies() {
    List.copyOf(lines).forEach(SimulatedLine::drop);
  }

  /// Nobody closes anything.
  void machineDies() {
    List.copyOf(lines).forEach(SimulatedLine::clientVanishes);
  }

  /// How many connections the terminal holds open at its end.
  long open() {
    return lines.stream().filter(SimulatedLine::openAtClient).count();
  }
}
