package org.jiujin.agent.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;

/// Holds what one session says against Sparkplug (fleet reference, 2.1), message by message.
final class SessionJudge {
  private static final String NODE = "";

  private final World world;
  private final long bdSeq;
  private final Map<Long, String> owners = new HashMap<>(); // by alias: a device, or NODE
  private final Set<String> devices = new HashSet<>();
  private boolean born;
  private boolean dead;
  private int seq;

  SessionJudge(World world, byte[] will) {
    this.world = world;
    Payload death = decoded(will);
    world.check(!death.hasSeq(), "a will has no seq");
    bdSeq = number(death);
  }

  long bdSeq() {
    return bdSeq;
  }

  boolean born() {
    return born && !dead;
  }

  void hears(String text, byte[] bytes, int qos) {
    Payload payload = decoded(bytes);
    Topic topic = topic(text);
    world.note(
        topic.type() + (topic.device() == null ? "" : " " + topic.device()) + " " + payload.seq());
    promise(!dead, "nothing is said after NDEATH", topic);
    promise(born || topic.type() == MessageType.NBIRTH, "a birth comes first", topic);
    promise(qos == (topic.type() == MessageType.NDEATH ? 1 : 0), "the right QoS", topic);
    if (topic.type() == MessageType.NDEATH) {
      promise(number(payload) == bdSeq && !payload.hasSeq(), "NDEATH has bdSeq alone", topic);
      dead = true;
      return;
    }
    follow(topic, payload);
    String device = topic.device();
    switch (topic.type()) {
      case NBIRTH -> {
        promise(number(payload) == bdSeq, "bdSeq of the birth is that of the will", topic);
        owners.clear();
        devices.clear();
        birth(NODE, payload, topic);
        born = true;
      }
      case DBIRTH -> {
        owners.values().removeIf(owner -> owner.equals(device));
        devices.add(String.valueOf(device));
        birth(String.valueOf(device), payload, topic);
      }
      case NDATA -> data(NODE, payload, topic);
      case DDATA -> {
        promise(devices.contains(device), "DDATA comes after DBIRTH", topic);
        data(String.valueOf(device), payload, topic);
      }
      case DDEATH -> promise(devices.remove(device), "DDEATH comes after DBIRTH", topic);
      case NDEATH, NCMD, DCMD -> promise(false, "terminals send no commands", topic);
    }
  }

  private void follow(Topic topic, Payload payload) {
    int expected = topic.type() == MessageType.NBIRTH ? 0 : (seq + 1) % Payload.SEQ_MODULUS;
    promise(
        payload.seq() == expected, "seq " + payload.seq() + " comes instead of " + expected, topic);
    seq = payload.seq();
  }

  private void birth(String owner, Payload payload, Topic topic) {
    for (Metric metric : payload.metrics()) {
      promise(metric.name() != null && metric.type() != null, "births name and type", topic);
      promise(metric.timestamp() != null, "every metric has a time", topic);
      Long alias = metric.alias();
      if (alias != null) {
        promise(owners.putIfAbsent(alias, owner) == null, "an alias is used once", topic);
      }
    }
  }

  private void data(String owner, Payload payload, Topic topic) {
    for (Metric metric : payload.metrics()) {
      Long alias = metric.alias();
      promise(metric.name() == null && metric.type() == null, "data goes by alias alone", topic);
      promise(metric.timestamp() != null, "every metric has a time", topic);
      promise(alias != null && owner.equals(owners.get(alias)), "data was in the birth", topic);
    }
  }

  private void promise(boolean kept, String promise, Topic topic) {
    world.check(kept, promise + ": " + topic.type());
  }

  private long number(Payload payload) {
    return payload.valueOf(Names.BD_SEQ).orElse(new MetricValue.Absent())
            instanceof MetricValue.Int64(var number)
        ? number
        : -1;
  }

  private static Payload decoded(byte[] bytes) {
    try {
      return PayloadCodec.decode(bytes);
    } catch (MalformedMessageException e) {
      throw new AssertionError("the agent sends what can be read", e);
    }
  }

  private static Topic topic(String text) {
    try {
      return Topic.parse(text);
    } catch (MalformedMessageException e) {
      throw new AssertionError("the agent sends to topics of Sparkplug", e);
    }
  }
}
