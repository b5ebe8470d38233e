package org.jiujin.agent.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;

/// A Sparkplug host for one terminal: follows births, deaths and `seq`, asks for rebirths, stores records before it acknowledges
/// them, and forgets all but the records when it is restarted.
final class SimulatedHost {
  private static final long REBIRTH_EVERY = 5000;

  private final World world;
  private final SimulatedBroker broker;
  private final Topic commands;
  private final String clientId;
  private final Consumer<ByteString> results;
  private final Map<RecordKey, TerminalRecord> table = new HashMap<>();
  private final List<String> boots = new ArrayList<>();
  private final Map<Long, Place> places = new HashMap<>();
  private final Map<String, Map<String, MetricValue>> devices = new TreeMap<>();
  private final Map<String, MetricValue> node = new TreeMap<>();
  private boolean up = true;
  private boolean cloneSeen;
  private boolean online;
  private long bdSeq = -1;
  private int seq;
  private boolean asking;
  private long askedAt = -REBIRTH_EVERY;

  /// What an alias stands for.
  private record Place(String device, String name) {}

  SimulatedHost(
      World world,
      SimulatedBroker broker,
      Topic commands,
      String clientId,
      Consumer<ByteString> results) {
    this.world = world;
    this.broker = broker;
    this.commands = commands;
    this.clientId = clientId;
    this.results = results;
    broker.hostIs(this::hear);
  }

  void restart(long downFor) {
    world.note("host down");
    up = false;
    lose();
    world.in(
        downFor,
        () -> {
          world.note("host up");
          up = true;
        });
  }

  private void lose() {
    online = false;
    bdSeq = -1;
    places.clear();
    devices.clear();
    node.clear();
  }

  boolean up() {
    return up;
  }

  boolean online() {
    return online;
  }

  boolean cloneSeen() {
    return cloneSeen;
  }

  boolean has(RecordKey key) {
    return table.containsKey(key);
  }

  boolean has(Predicate<TerminalRecord> wanted) {
    return table.values().stream().anyMatch(wanted);
  }

  MetricValue node(NodeMetric metric) {
    return node.getOrDefault(metric.wireName(), new MetricValue.Absent());
  }

  /// What the host believes of the devices that are there.
  Map<String, Map<String, MetricValue>> devices() {
    return devices;
  }

  private void hear(String text, byte[] bytes) {
    if (!up) {
      return;
    }
    Topic topic;
    Payload payload;
    try {
      topic = Topic.parse(text);
      payload = PayloadCodec.decode(bytes);
    } catch (MalformedMessageException e) {
      throw new AssertionError("the agent sends what can be read", e);
    }
    switch (topic.type()) {
      case NBIRTH -> nodeBirth(payload);
      case NDEATH -> {
        if (online && number(payload.valueOf(Names.BD_SEQ).orElseThrow()) == bdSeq) {
          world.note("host: offline");
          online = false;
          devices.clear();
        }
      }
      case DBIRTH, NDATA, DDATA, DDEATH -> {
        if (follows(payload)) {
          take(topic, payload);
        } else {
          askForRebirth();
        }
      }
      case NCMD, DCMD -> throw new AssertionError("terminals send no commands");
    }
  }

  private void nodeBirth(Payload payload) {
    lose();
    online = true;
    seq = payload.seq();
    bdSeq = number(payload.valueOf(Names.BD_SEQ).orElseThrow());
    payload.metrics().forEach(metric -> born("", metric, node));
    if (node(NodeMetric.SYS_BOOT_ID) instanceof MetricValue.Text(var boot)) {
      int known = boots.indexOf(boot);
      cloneSeen |= known >= 0 && known < boots.size() - 1;
      if (known < 0) {
        boots.add(boot);
      } else if (known < boots.size() - 1) {
        world.note("host: two agents");
      }
    }
    world.note("host: online, bdSeq " + bdSeq);
  }

  private boolean follows(Payload payload) {
    boolean expected = online && payload.seq() == (seq + 1) % Payload.SEQ_MODULUS;
    seq = payload.seq();
    return expected;
  }

  private void take(Topic topic, Payload payload) {
    String device = String.valueOf(topic.device());
    switch (topic.type()) {
      case DBIRTH -> {
        Map<String, MetricValue> values = new TreeMap<>();
        payload.metrics().forEach(metric -> born(device, metric, values));
        devices.put(device, values);
      }
      case DDEATH -> devices.remove(device);
      default -> data(topic.type(), payload);
    }
  }

  private void born(String device, Metric metric, Map<String, MetricValue> values) {
    String name = String.valueOf(metric.name());
    values.put(name, metric.value());
    if (metric.alias() != null) {
      places.put(metric.alias(), new Place(device, name));
    }
  }

  private void data(MessageType type, Payload payload) {
    List<TerminalRecord> batch = new ArrayList<>();
    for (Metric metric : payload.metrics()) {
      Place place = places.get(metric.alias());
      if (place == null) {
        askForRebirth();
        return;
      }
      if (place.name().equals(NodeMetric.OUTBOX_RECORD.wireName())) {
        world.check(metric.historical(), "a record is historical");
        batch.add(decoded(metric.value()));
      } else if (place.name().equals(NodeMetric.CMD_RESULT.wireName())) {
        results.accept(bytes(metric.value()));
      } else if (type == MessageType.NDATA) {
        node.put(place.name(), metric.value());
      } else {
        devices.getOrDefault(place.device(), new TreeMap<>()).put(place.name(), metric.value());
      }
    }
    if (!batch.isEmpty()) {
      world.within(400, () -> store(batch));
    }
  }

  /// In one transaction, or not at all.
  private void store(List<TerminalRecord> batch) {
    if (!up || world.chance(10)) {
      return; // the database refuses
    }
    for (TerminalRecord one : batch) {
      TerminalRecord before = table.putIfAbsent(RecordKey.of(one), one);
      world.check(before == null || before.equals(one), "one key, one record");
    }
    long upTo = batch.getLast().seq();
    world.note("host: stored " + batch.size() + " up to " + upTo);
    if (!world.chance(10)) {
      world.within(
          100,
          () ->
              write(
                  Metric.named(
                      NodeMetric.OUTBOX_ACK.wireName(), world.now(), MetricValue.of(upTo))));
    }
  }

  /// Now, or as soon as it may again: a gap that was seen is not forgotten.
  private void askForRebirth() {
    if (asking) {
      return;
    }
    asking = true;
    long pause = Math.max(0, askedAt + REBIRTH_EVERY - world.millis());
    world.in(
        pause,
        () -> {
          asking = false;
          askedAt = world.millis();
          world.note("host: asks for a rebirth");
          write(Metric.named(Names.REBIRTH, world.now(), MetricValue.of(true)));
        });
  }

  /// Sends a signed command.
  void command(ByteString signed) {
    write(Metric.named(NodeMetric.CMD_RUN.wireName(), world.now(), new MetricValue.Binary(signed)));
  }

  private void write(Metric metric) {
    var payload = new Payload(world.now(), List.of(metric), Payload.NO_SEQ);
    byte[] bytes = PayloadCodec.encode(payload);
    world.within(30, () -> broker.toClient(clientId, commands.format(), bytes));
  }

  private static TerminalRecord decoded(MetricValue value) {
    try {
      return RecordCodec.decode(bytes(value).toByteArray());
    } catch (MalformedMessageException e) {
      throw new AssertionError("the agent sends whole records", e);
    }
  }

  private static ByteString bytes(MetricValue value) {
    return value instanceof MetricValue.Binary(var bytes) ? bytes : ByteString.EMPTY;
  }

  private static long number(MetricValue value) {
    return value instanceof MetricValue.Int64(var number) ? number : -1;
  }
}
