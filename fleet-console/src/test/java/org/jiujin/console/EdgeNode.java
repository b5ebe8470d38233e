package org.jiujin.console;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;

/// A terminal that speaks to a real broker, for tests and for looking at the pages by hand.
public final class EdgeNode implements AutoCloseable {
  private static final long WAIT_MS = 5000;

  private final String group;
  private final String name;
  private final int bdSeq;
  private final InstantSource clock;
  private final MqttAsyncClient client;
  private final AtomicInteger rebirths = new AtomicInteger();
  private final List<ByteString> commands = new CopyOnWriteArrayList<>();
  private final List<Long> acknowledged = new CopyOnWriteArrayList<>();
  private final Map<String, Long> aliases = new LinkedHashMap<>();
  private int seq;

  /// Connects with its will; nothing is born yet.
  public EdgeNode(int port, String group, String name, int bdSeq, InstantSource clock)
      throws MqttException {
    this.group = group;
    this.name = name;
    this.bdSeq = bdSeq;
    this.clock = clock;
    this.client = new MqttAsyncClient("tcp://127.0.0.1:" + port, name, new MemoryPersistence());
    client.setCallback(new RebirthCounter());
    var options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(10);
    options.setWill(topic(MessageType.NDEATH, ""), new MqttMessage(death(), 1, false, null));
    client.connect(options).waitForCompletion(WAIT_MS);
    client.subscribe(topic(MessageType.NCMD, ""), 1).waitForCompletion(WAIT_MS);
  }

  /// Publishes NBIRTH.
  public void born(Map<String, MetricValue> values) throws MqttException {
    seq = 0;
    Instant now = clock.instant();
    List<Metric> metrics = new ArrayList<>();
    metrics.add(Metric.unaliased(Names.BD_SEQ, now, DataType.INT64, MetricValue.of((long) bdSeq)));
    metrics.add(Metric.unaliased(Names.REBIRTH, now, DataType.BOOLEAN, MetricValue.of(false)));
    addBirths(metrics, "", values);
    addBirths(
        metrics,
        "",
        Map.of(
            "outbox/record", new MetricValue.Absent(),
            "outbox/ack", new MetricValue.Absent(),
            "Cmd/Run", new MetricValue.Absent(),
            "Cmd/Result", new MetricValue.Absent()));
    send(topic(MessageType.NBIRTH, ""), new Payload(now, metrics, seq));
  }

  /// Publishes DBIRTH.
  public void deviceBorn(String device, Map<String, MetricValue> values) throws MqttException {
    List<Metric> metrics = new ArrayList<>();
    addBirths(metrics, device, values);
    send(topic(MessageType.DBIRTH, device), new Payload(clock.instant(), metrics, nextSeq()));
  }

  /// Publishes NDATA, or DDATA if a device is named.
  public void data(String device, Map<String, MetricValue> values) throws MqttException {
    List<Metric> metrics =
        values.entrySet().stream()
            .map(value ->
                Metric.data(
                    aliases.getOrDefault(device + "/" + value.getKey(), 9999L),
                    clock.instant(),
                    value.getValue()))
            .toList();
    send(
        topic(device.isEmpty() ? MessageType.NDATA : MessageType.DDATA, device),
        new Payload(clock.instant(), metrics, nextSeq()));
  }

  /// Publishes DDEATH.
  public void deviceDied(String device) throws MqttException {
    send(topic(MessageType.DDEATH, device), new Payload(clock.instant(), List.of(), nextSeq()));
  }

  /// Publishes an NDEATH as of the given connection.
  public void died(int ofBdSeq) throws MqttException {
    send(topic(MessageType.NDEATH, ""), deathOf(ofBdSeq));
  }

  /// Loses a message on the way.
  public void skipSeq() {
    nextSeq();
  }

  /// Publishes bytes as they are.
  public void raw(String topic, String text) throws MqttException {
    client
        .publish(topic, text.getBytes(StandardCharsets.UTF_8), 0, false)
        .waitForCompletion(WAIT_MS);
  }

  /// Publishes records that were kept, as late values, and a value of now if one is named.
  public void records(List<TerminalRecord> kept, Map<String, MetricValue> values)
      throws MqttException {
    List<Metric> metrics = new ArrayList<>();
    for (TerminalRecord one : kept) {
      metrics.add(
          Metric.historical(
              aliases.getOrDefault("/outbox/record", 9999L),
              one.at(),
              new MetricValue.Binary(ByteString.copyFrom(RecordCodec.encode(one)))));
    }
    values.forEach((name, value) ->
        metrics.add(
            Metric.historical(aliases.getOrDefault("/" + name, 9999L), clock.instant(), value)));
    send(topic(MessageType.NDATA, ""), new Payload(clock.instant(), metrics, nextSeq()));
  }

  /// The signed commands that came, in order.
  public List<ByteString> commands() {
    return commands;
  }

  /// What the console said that it has, in order.
  public List<Long> acknowledged() {
    return acknowledged;
  }

  /// How often the console asked for a rebirth.
  public int rebirths() {
    return rebirths.get();
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect(500).waitForCompletion(WAIT_MS);
    }
    client.close(true);
  }

  private void addBirths(List<Metric> metrics, String device, Map<String, MetricValue> values) {
    values.forEach((metric, value) -> {
      long alias = aliases.computeIfAbsent(device + "/" + metric, _ -> (long) aliases.size());
      metrics.add(Metric.birth(metric, alias, clock.instant(), value.usualType(), value));
    });
  }

  private int nextSeq() {
    seq = (seq + 1) % Payload.SEQ_MODULUS;
    return seq;
  }

  private void send(String topic, Payload payload) throws MqttException {
    client.publish(topic, PayloadCodec.encode(payload), 0, false).waitForCompletion(WAIT_MS);
  }

  private String topic(MessageType type, String device) {
    return (device.isEmpty()
            ? Topic.ofNode(group, type, name)
            : Topic.ofDevice(group, type, name, device))
        .format();
  }

  private byte[] death() {
    return PayloadCodec.encode(deathOf(bdSeq));
  }

  private Payload deathOf(int number) {
    Instant now = clock.instant();
    return new Payload(
        now,
        List.of(Metric.unaliased(Names.BD_SEQ, now, DataType.INT64, MetricValue.of((long) number))),
        Payload.NO_SEQ);
  }

  private final class RebirthCounter implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) throws MalformedMessageException {
      Payload command = PayloadCodec.decode(message.getPayload());
      if (command.valueOf(Names.REBIRTH).isPresent()) {
        rebirths.incrementAndGet();
      }
      Long ack = aliases.get("/outbox/ack");
      Long run = aliases.get("/Cmd/Run");
      for (Metric metric : command.metrics()) {
        if (metric.alias() != null
            && metric.alias().equals(ack)
            && metric.value() instanceof MetricValue.Int64(var upTo)) {
          acknowledged.add(upTo);
        }
        if (metric.alias() != null
            && metric.alias().equals(run)
            && metric.value() instanceof MetricValue.Binary(var signed)) {
          commands.add(signed);
        }
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException error) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String uri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
