package org.jiujin.agent.link;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.fleet.DataType;
import org.jiujin.fleet.DeviceMetric;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;

/// Turns pictures of the terminal into the messages of a Sparkplug B edge node. Holds no thread, no socket, no clock.
///
/// The caller publishes what comes back in order and completely, or drops the connection: the node counts every message
/// that it hands out. For one thread.
final class EdgeNode {
  /// How often everything is reported again, changed or not, unless somebody wants it otherwise.
  static final Duration FULL_REPORT = Duration.ofMinutes(5);

  private final String group;
  private final String node;
  private final Aliases aliases = new Aliases();
  private final Map<NodeMetric, MetricValue> reported = new EnumMap<>(NodeMetric.class);
  private final Extras extras = new Extras(aliases);
  private final Map<String, DeviceReport> born = new HashMap<>();
  private final Map<String, DeviceReport> gone = new HashMap<>();
  private int bdSeq;
  private int seq;
  private Instant lastFull = Instant.MIN;
  private Duration fullReport = FULL_REPORT;

  EdgeNode(String group, String node) {
    this.group = group;
    this.node = node;
  }

  /// Reports everything so often from now on.
  void reportAllEvery(Duration period) {
    fullReport = period;
  }

  /// The will for the next connection; its number also stands in the births of that connection.
  OutMessage will(int newBdSeq, Instant now) {
    bdSeq = newBdSeq;
    return death(now);
  }

  /// What the node says before it leaves by itself. Like the will, it has no `seq`.
  OutMessage death(Instant now) {
    var metric = Metric.unaliased(Names.BD_SEQ, now, DataType.INT64, MetricValue.of((long) bdSeq));
    return new OutMessage(
        topic(MessageType.NDEATH), new Payload(now, List.of(metric), Payload.NO_SEQ));
  }

  /// NBIRTH and a DBIRTH for each device: after each connect, and whenever the host asks for a rebirth.
  ///
  /// A device that cannot be reached is born and dies at once, so that the host knows of it and of its fault.
  List<OutMessage> births(Snapshot picture, Instant now) {
    seq = 0;
    aliases.restart();
    born.clear();
    gone.clear();
    List<OutMessage> out = new ArrayList<>();
    out.add(nodeBirth(picture, now));
    new TreeMap<>(picture.devices()).values().forEach(device -> appear(picture, device, now, out));
    return out;
  }

  /// What changed since the last call or since the births; nothing if nothing did.
  ///
  /// A device that came and went very often makes the node be born again.
  List<OutMessage> changes(Snapshot picture, Instant now) {
    if (aliases.plenty()) {
      return births(picture, now);
    }
    List<OutMessage> out = new ArrayList<>();
    nodeData(picture, now, out);
    List.copyOf(born.keySet()).stream()
        .filter(id -> !picture.devices().containsKey(id))
        .sorted()
        .forEach(id -> die(id, now, out));
    gone.keySet().retainAll(picture.devices().keySet());
    new TreeMap<>(picture.devices()).values().forEach(device -> follow(picture, device, now, out));
    return out;
  }

  /// Records that must not be lost, each as a late value of the time at which it happened.
  OutMessage records(List<TerminalRecord> batch, Instant now) {
    long alias = aliases.of(NodeMetric.OUTBOX_RECORD);
    List<Metric> metrics =
        batch.stream()
            .map(one ->
                Metric.historical(
                    alias,
                    one.at(),
                    new MetricValue.Binary(ByteString.copyFrom(RecordCodec.encode(one)))))
            .toList();
    return message(topic(MessageType.NDATA), now, metrics);
  }

  /// The last record that the host has, if the command speaks of that; by alias or by name.
  OptionalLong acknowledged(Payload command) {
    Long alias = aliases.of(NodeMetric.OUTBOX_ACK);
    return command.metrics().stream()
        .filter(metric ->
            alias.equals(metric.alias()) || metric.isNamed(NodeMetric.OUTBOX_ACK.wireName()))
        .mapToLong(metric -> metric.value() instanceof MetricValue.Int64(var upTo) ? upTo : 0)
        .filter(upTo -> upTo > 0)
        .findFirst();
  }

  /// What became of a command.
  ///
  /// @param result a [org.jiujin.fleet.command.CommandResult] as bytes
  OutMessage result(ByteString result, Instant now) {
    var metric =
        Metric.data(aliases.of(NodeMetric.CMD_RESULT), now, new MetricValue.Binary(result));
    return message(topic(MessageType.NDATA), now, List.of(metric));
  }

  /// The signed command that an NCMD carries, by alias or by name.
  Optional<ByteString> signedCommand(Payload command) {
    long alias = aliases.of(NodeMetric.CMD_RUN);
    return command.metrics().stream()
        .filter(metric ->
            metric.isNamed(NodeMetric.CMD_RUN.wireName())
                || (metric.name() == null && Long.valueOf(alias).equals(metric.alias())))
        .flatMap(metric ->
            metric.value() instanceof MetricValue.Binary(var bytes)
                ? Stream.of(bytes)
                : Stream.empty())
        .findFirst();
  }

  /// Whether a command asks for the births again.
  static boolean asksForRebirth(Payload command) {
    return command
        .valueOf(Names.REBIRTH)
        .filter(value -> value.equals(MetricValue.of(true)))
        .isPresent();
  }

  private OutMessage nodeBirth(Snapshot picture, Instant now) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(Metric.unaliased(Names.BD_SEQ, now, DataType.INT64, MetricValue.of((long) bdSeq)));
    metrics.add(Metric.unaliased(Names.REBIRTH, now, DataType.BOOLEAN, MetricValue.of(false)));
    for (NodeMetric metric : NodeMetric.values()) {
      MetricValue value = valueIn(picture, metric);
      reported.put(metric, value);
      metrics.add(Metric.birth(metric.wireName(), aliases.of(metric), now, metric.type(), value));
    }
    metrics.addAll(extras.births(picture, null, now));
    lastFull = now;
    return message(topic(MessageType.NBIRTH), now, metrics);
  }

  private void nodeData(Snapshot picture, Instant now, List<OutMessage> out) {
    // a clock that was set back makes it due as well
    boolean full = !now.isBefore(lastFull.plus(fullReport)) || now.isBefore(lastFull);
    List<Metric> metrics = new ArrayList<>();
    for (NodeMetric metric : NodeMetric.values()) {
      MetricValue value = valueIn(picture, metric);
      if (metric.isMessage()) {
        continue;
      }
      MetricValue before = reported.getOrDefault(metric, new MetricValue.Absent());
      if (full || DeadBand.leaves(metric, before, value)) {
        reported.put(metric, value);
        metrics.add(Metric.data(aliases.of(metric), now, value));
      }
    }
    metrics.addAll(extras.changes(picture, null, full, now));
    if (full) {
      lastFull = now;
    }
    if (!metrics.isEmpty()) {
      out.add(message(topic(MessageType.NDATA), now, metrics));
    }
  }

  private void follow(Snapshot picture, DeviceReport device, Instant now, List<OutMessage> out) {
    DeviceReport before = born.get(device.id());
    if (before == null) {
      if (!device.equals(gone.get(device.id()))) {
        appear(picture, device, now, out);
      }
      return;
    }
    if (before.supplies().isEmpty() != device.supplies().isEmpty()) {
      appear(picture, device, now, out); // other metrics than those of its birth
      return;
    }
    deviceData(picture, before, device, now, out);
    born.put(device.id(), device);
    if (!device.reachable()) {
      leave(device, now, out);
    }
  }

  private void appear(Snapshot picture, DeviceReport device, Instant now, List<OutMessage> out) {
    aliases.forget(device.id());
    List<Metric> metrics = new ArrayList<>();
    for (DeviceMetric metric : DeviceValues.metricsOf(device)) {
      metrics.add(
          Metric.birth(
              metric.wireName(),
              aliases.of(device.id(), metric),
              now,
              metric.type(),
              DeviceValues.of(device, metric)));
    }
    metrics.addAll(extras.births(picture, device.id(), now));
    out.add(message(topic(MessageType.DBIRTH, device.id()), now, metrics));
    born.put(device.id(), device);
    gone.remove(device.id());
    if (!device.reachable()) {
      leave(device, now, out);
    }
  }

  private void deviceData(
      Snapshot picture,
      DeviceReport before,
      DeviceReport device,
      Instant now,
      List<OutMessage> out) {
    List<Metric> metrics = new ArrayList<>();
    for (DeviceMetric metric : DeviceValues.metricsOf(device)) {
      MetricValue value = DeviceValues.of(device, metric);
      if (!value.equals(DeviceValues.of(before, metric))) {
        metrics.add(Metric.data(aliases.of(device.id(), metric), now, value));
      }
    }
    metrics.addAll(extras.changes(picture, device.id(), false, now));
    if (!metrics.isEmpty()) {
      out.add(message(topic(MessageType.DDATA, device.id()), now, metrics));
    }
  }

  /// The device says good-bye but stays in the picture: it is born again when its report changes.
  private void leave(DeviceReport device, Instant now, List<OutMessage> out) {
    die(device.id(), now, out);
    gone.put(device.id(), device);
  }

  private void die(String device, Instant now, List<OutMessage> out) {
    born.remove(device);
    out.add(message(topic(MessageType.DDEATH, device), now, List.of()));
  }

  private OutMessage message(Topic topic, Instant now, List<Metric> metrics) {
    var message = new OutMessage(topic, new Payload(now, metrics, seq));
    seq = (seq + 1) % Payload.SEQ_MODULUS;
    return message;
  }

  private Topic topic(MessageType type) {
    return Topic.ofNode(group, type, node);
  }

  private Topic topic(MessageType type, String device) {
    return Topic.ofDevice(group, type, node, device);
  }

  private static MetricValue valueIn(Snapshot picture, NodeMetric metric) {
    return picture.node().getOrDefault(metric, new MetricValue.Absent());
  }
}
