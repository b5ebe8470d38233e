package org.jiujin.agent.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jiujin.agent.link.SteppedLink;
import org.jspecify.annotations.Nullable;

/// An MQTT 5 broker as far as terminals see one: clean sessions by client id, take-overs, keep-alive, wills. It forgets everything
/// when it is restarted, wills too.
final class SimulatedBroker {
  private final World world;
  private final Map<String, Session> sessions = new TreeMap<>();
  private final Map<SimulatedLine, Session> byLine = new LinkedHashMap<>();
  private final Deque<Runnable> toHost = new ArrayDeque<>();
  private BiConsumer<String, byte[]> host = (_, _) -> {};
  private boolean up = true;
  private long upSince;
  private boolean lossyToHost;

  SimulatedBroker(World world) {
    this.world = world;
  }

  /// One session with its will, and the judge of everything that is said in it.
  static final class Session {
    private final String clientId;
    private final String willTopic;
    private final byte[] will;
    private final SessionJudge judge;

    Session(String clientId, String willTopic, byte[] will, SessionJudge judge) {
      this.clientId = clientId;
      this.willTopic = willTopic;
      this.will = will;
      this.judge = judge;
    }
  }

  void hostIs(BiConsumer<String, byte[]> ear) {
    host = ear;
  }

  boolean up() {
    return up;
  }

  long upSince() {
    return upSince;
  }

  /// Whether messages to the host get lost now and then.
  void lossyToHost(boolean now) {
    lossyToHost = now;
  }

  SimulatedLine connect(
      Network network, String clientId, String willTopic, byte[] will, SteppedLink.Ear ear) {
    var line = new SimulatedLine(world, network, this, ear);
    network.add(line);
    switch (network.weather()) {
      case GOOD -> {
        if (up) {
          line.connect(new Session(clientId, willTopic, will, new SessionJudge(world, will)));
        } else {
          line.refuse("connection refused");
          line.brokerForgets();
        }
      }
      case REFUSED -> {
        line.refuse("connection refused");
        line.brokerForgets();
      }
      case CUT, TARPIT -> line.brokerForgets(); // nobody ever answers
    }
    return line;
  }

  void accept(Session session, SimulatedLine line) {
    if (!up) {
      line.closedByBroker("the broker is gone");
      return;
    }
    Session before = sessions.get(session.clientId);
    if (before != null) {
      lineOf(before).ifPresent(SimulatedLine::takenOver);
      end(before, "taken over");
    }
    world.note("session begins, bdSeq " + session.judge.bdSeq());
    sessions.put(session.clientId, session);
    byLine.put(line, session);
    line.accepted();
  }

  void published(SimulatedLine line, String topic, byte[] payload, int qos) {
    Session session = byLine.get(line);
    if (session != null && up) {
      session.judge.hears(topic, payload, qos);
      tellHost(topic, payload);
    }
  }

  /// A connection is over and the will is due.
  void ended(SimulatedLine line, String why) {
    line.brokerForgets();
    Session session = byLine.get(line);
    if (session != null) {
      end(session, why);
    }
  }

  private void end(Session session, String why) {
    world.note("session ends, bdSeq " + session.judge.bdSeq() + ": " + why);
    sessions.remove(session.clientId, session);
    byLine.values().remove(session);
    tellHost(session.willTopic, session.will);
  }

  private Optional<SimulatedLine> lineOf(Session session) {
    return byLine.entrySet().stream()
        .filter(entry -> entry.getValue() == session)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// What the host publishes.
  void toClient(String clientId, String topic, byte[] payload) {
    Session session = sessions.get(clientId);
    if (session != null && up) {
      lineOf(session).ifPresent(line -> line.deliver(topic, payload));
    }
  }

  private void tellHost(String topic, byte[] payload) {
    if (lossyToHost && world.chance(12)) {
      world.note("lost on the way to the host: " + topic);
      return;
    }
    toHost.addLast(() -> host.accept(topic, payload));
    world.within(30, () -> toHost.removeFirst().run());
  }

  /// The broker is restarted: sessions are closed, no will is published.
  void goDown() {
    world.note("broker down");
    up = false;
    byLine.keySet().stream().toList().forEach(line -> line.closedByBroker("broker restart"));
    byLine.clear();
    sessions.clear();
  }

  void comeUp() {
    world.note("broker up");
    up = true;
    upSince = world.millis();
  }

  /// The session of a client, if it has said everything that a birth says.
  @Nullable SessionJudge bornSession(String clientId) {
    Session session = sessions.get(clientId);
    return session != null && session.judge.born() ? session.judge : null;
  }
}
