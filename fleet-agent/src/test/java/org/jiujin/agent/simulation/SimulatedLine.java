package org.jiujin.agent.simulation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jiujin.agent.link.SteppedLink;

/// One TCP connection between a terminal and the broker: what arrives is always the beginning of what was sent.
final class SimulatedLine implements SteppedLink.Line {
  /// So much fits into buffers while nothing arrives.
  private static final int BUFFERED = 40;

  private final World world;
  private final Network network;
  private final SimulatedBroker broker;
  private final SteppedLink.Ear ear;
  private final Direction toBroker = new Direction();
  private final Direction toClient = new Direction();
  private boolean clientClosed;
  private boolean brokerClosed;

  SimulatedLine(World world, Network network, SimulatedBroker broker, SteppedLink.Ear ear) {
    this.world = world;
    this.network = network;
    this.broker = broker;
    this.ear = ear;
  }

  /// What is on its way in one direction.
  private final class Direction {
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private boolean moving;

    void send(Runnable arrival) {
      queue.addLast(arrival);
      move();
    }

    void move() {
      if (!moving && !queue.isEmpty() && network.good()) {
        moving = true;
        world.within(120, this::arrive);
      }
    }

    private void arrive() {
      moving = false;
      if (network.good()) {
        Runnable next = queue.pollFirst();
        if (next != null) {
          next.run();
        }
        move();
      }
    }
  }

  void connect(SimulatedBroker.Session session) {
    toBroker.send(() -> broker.accept(session, this));
  }

  @Override
  public void publish(String topic, byte[] payload, int qos) throws IOException {
    if (clientClosed || toBroker.queue.size() >= BUFFERED) {
      throw new IOException("the line is dead");
    }
    toBroker.send(() -> broker.published(this, topic, payload, qos));
  }

  @Override
  public void leave() {
    if (!clientClosed) {
      toBroker.send(() -> broker.ended(this, "left"));
    }
  }

  @Override
  public void drop() {
    if (!clientClosed) {
      clientClosed = true;
      while (!toBroker.queue.isEmpty() && world.chance(3)) {
        toBroker.queue.removeLast(); // the socket was closed over it
      }
      toBroker.send(() -> broker.ended(this, "closed"));
    }
  }

  /// The machine is gone, and nobody closes anything.
  void clientVanishes() {
    clientClosed = true;
    toBroker.queue.clear();
    noticeSilence();
  }

  void accepted() {
    toClient.send(() -> hear(ear::established));
  }

  void deliver(String topic, byte[] payload) {
    toClient.send(() -> hear(() -> ear.arrived(topic, payload)));
  }

  void takenOver() {
    brokerClosed = true;
    toClient.send(() -> hear(ear::takenOver));
  }

  /// The broker closes the connection.
  void closedByBroker(String reason) {
    brokerClosed = true;
    toClient.send(() -> hear(() -> ear.broken(reason)));
  }

  void refuse(String reason) {
    world.within(200, () -> hear(() -> ear.broken(reason)));
  }

  private void hear(Runnable word) {
    if (!clientClosed) {
      word.run();
    }
  }

  /// Nothing arrives any more; each end notices by its keep-alive.
  void silent() {
    long cut = network.since();
    long keepAlive = SteppedLink.KEEP_ALIVE.toMillis();
    world.in(
        world.between(keepAlive, 2 * keepAlive),
        () -> {
          if (!network.good() && network.since() == cut) {
            hear(() -> ear.broken("no answer to a ping"));
          }
        });
    noticeSilence();
  }

  private void noticeSilence() {
    long cut = network.since();
    boolean vanished = clientClosed;
    world.in(
        SteppedLink.KEEP_ALIVE.toMillis() * 3 / 2,
        () -> {
          if (!brokerClosed && (vanished || (!network.good() && network.since() == cut))) {
            broker.ended(this, "silent");
            closedByBroker("reset by the broker");
          }
        });
  }

  /// What waited in buffers arrives after all, as far as both ends still want it.
  void goOn() {
    toBroker.move();
    toClient.move();
  }

  boolean openAtClient() {
    return !clientClosed;
  }

  /// Whether the broker has closed its end.
  void brokerForgets() {
    brokerClosed = true;
  }

  boolean gone() {
    return clientClosed && brokerClosed;
  }
}
