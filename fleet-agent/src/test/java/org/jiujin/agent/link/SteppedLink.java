package org.jiujin.agent.link;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.agent.outbox.Outbox;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.PayloadCodec;

/// The real [FleetLink] on a simulated network, turned by whoever simulates its thread.
public final class SteppedLink {
  /// How soon a broker notices a silent terminal: after 1.5 times this.
  public static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /// The ceiling of the wait between attempts.
  public static final Duration LONGEST_RETRY = Duration.ofSeconds(60);

  /// The way to a broker.
  @FunctionalInterface
  public interface Wire {
    Line connect(String clientId, String willTopic, byte[] will, Ear ear);
  }

  /// The client's end of a connection.
  public interface Line {
    /// Sends a message.
    ///
    /// @throws IOException if the connection is of no more use
    void publish(String topic, byte[] payload, int qos) throws IOException;

    /// DISCONNECT with the will.
    void leave();

    /// No word, the socket is closed.
    void drop();
  }

  /// Hears what a connection says.
  public interface Ear {
    void established();

    void broken(String reason);

    void takenOver();

    void arrived(String topic, byte[] payload);
  }

  /// A memory of bdSeq.
  public interface Births extends BirthStore {}

  private final FleetLink link;

  public SteppedLink(
      String group,
      String node,
      Wire wire,
      Births births,
      InstantSource clock,
      InstantSource steady,
      RandomGenerator random,
      Supplier<Snapshot> picture,
      Consumer<Map<NodeMetric, MetricValue>> figures,
      Outbox outbox) {
    var settings =
        new LinkSettings(
            group, node, "tcp://simulated:1883", KEEP_ALIVE, LONGEST_RETRY, Path.of("unused"));
    Connection.Opener opener =
        (with, _, will, _, events) ->
            new Wired(
                wire.connect(
                    with.clientId(),
                    will.topic().format(),
                    PayloadCodec.encode(will.payload()),
                    new Callback(new LinkCallback(events), events)));
    link =
        new FleetLink(
            settings,
            new LinkBase(clock, steady, random, opener, births),
            picture,
            figures,
            outbox,
            TakeOvers.Timing.USUAL);
  }

  /// The link itself, for those who tell it something.
  public FleetLink link() {
    return link;
  }

  /// One turn of its thread.
  public void turn() {
    link.turn();
  }

  /// Whether the next turn is due at once.
  public boolean pending() {
    return link.pending();
  }

  /// As [FleetLink#close], without waiting for the thread.
  public void askToStop() {
    link.askToStop();
  }

  private record Callback(LinkCallback paho, Consumer<LinkEvent> events) implements Ear {
    @Override
    public void established() {
      events.accept(new LinkEvent.Established());
    }

    @Override
    public void broken(String reason) {
      events.accept(new LinkEvent.Broken(reason));
    }

    @Override
    public void takenOver() {
      paho.disconnected(new MqttDisconnectResponse(0x8e, "", new ArrayList<>(List.of()), ""));
    }

    @Override
    public void arrived(String topic, byte[] payload) {
      paho.messageArrived(topic, new MqttMessage(payload));
    }
  }

  private record Wired(Line line) implements Connection {
    @Override
    public void publish(OutMessage message) throws MqttException {
      publish(message, 0);
    }

    @Override
    public void leave(OutMessage death) {
      try {
        publish(death, 1);
        line.leave();
      } catch (MqttException _) {
        // the broker did not hear the good-bye
      }
      line.drop();
    }

    @Override
    public void withdraw() {
      line.leave();
      line.drop();
    }

    @Override
    public void drop() {
      line.drop();
    }

    private void publish(OutMessage message, int qos) throws MqttException {
      try {
        line.publish(message.topic().format(), PayloadCodec.encode(message.payload()), qos);
      } catch (IOException e) {
        throw new MqttException(e);
      }
    }
  }
}
