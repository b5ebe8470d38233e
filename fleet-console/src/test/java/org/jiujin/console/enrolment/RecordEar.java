package org.jiujin.console.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;

/// A host that takes the records of one terminal and says that it has them.
final class RecordEar implements AutoCloseable {
  private static final long WAIT_MS = 5000;

  private final MqttAsyncClient client;
  private final ExecutorService answers = Executors.newSingleThreadExecutor();
  private final Map<Long, TerminalRecord> seen = new ConcurrentSkipListMap<>();
  private volatile long alias = -1;

  RecordEar(String broker, SSLSocketFactory sockets) throws MqttException {
    client = new MqttAsyncClient(broker, "console-1", new MemoryPersistence());
    var options = new MqttConnectionOptions();
    options.setSocketFactory(sockets);
    client.setCallback(new ListeningOnly(this::heard));
    client.connect(options).waitForCompletion(WAIT_MS);
    client.subscribe("spBv1.0/#", 1).waitForCompletion(WAIT_MS);
  }

  /// The records by their number.
  Map<Long, TerminalRecord> seen() {
    return new TreeMap<>(seen);
  }

  private void heard(String topic, MqttMessage message) {
    try {
      Topic read = Topic.parse(topic);
      Payload payload = PayloadCodec.decode(message.getPayload());
      if (read.type() == MessageType.NBIRTH) {
        for (Metric metric : payload.metrics()) {
          Long number = metric.alias();
          if (number != null && metric.isNamed(NodeMetric.OUTBOX_RECORD.wireName())) {
            alias = number;
          }
        }
      }
      for (Metric metric : payload.metrics()) {
        if (read.type() == MessageType.NDATA
            && Long.valueOf(alias).equals(metric.alias())
            && metric.value() instanceof MetricValue.Binary(var bytes)) {
          keep(read, RecordCodec.decode(bytes.toByteArray()));
        }
      }
    } catch (MalformedMessageException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(Topic from, TerminalRecord one) {
    seen.put(one.seq(), one);
    String command = Topic.ofNode(from.group(), MessageType.NCMD, from.node()).format();
    var acknowledged =
        new Payload(
            Instant.now(),
            List.of(
                Metric.named(
                    NodeMetric.OUTBOX_ACK.wireName(), Instant.now(), MetricValue.of(one.seq()))),
            Payload.NO_SEQ);
    answers.execute(() -> publish(command, PayloadCodec.encode(acknowledged)));
  }

  private void publish(String topic, byte[] payload) {
    try {
      client.publish(topic, payload, 0, false).waitForCompletion(WAIT_MS);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    answers.shutdownNow();
    try {
      client.disconnectForcibly(0, WAIT_MS, true);
      client.close(true);
    } catch (MqttException e) {
      throw new IllegalStateException(e);
    }
  }
}
