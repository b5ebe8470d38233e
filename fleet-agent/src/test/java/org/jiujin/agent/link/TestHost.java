package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jiujin.fleet.HostState;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jspecify.annotations.Nullable;

/// Listens to everything that the terminal says, and can send it commands.
public final class TestHost implements AutoCloseable, MqttCallback {
  private static final long CALL_MILLIS = 3000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// One message as the broker delivered it.
  public record Heard(Topic topic, Payload payload, int qos, boolean retained) {
    public String type() {
      return topic.type().name();
    }
  }

  private final MqttAsyncClient client;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  private TestHost(MqttAsyncClient client) {
    this.client = client;
  }

  public static TestHost connect(String uri) throws MqttException {
    return connect(uri, null);
  }

  /// Connects and listens.
  ///
  /// @param sockets for `ssl:`
  public static TestHost connect(String uri, @Nullable SSLSocketFactory sockets)
      throws MqttException {
    var host = new TestHost(new MqttAsyncClient(uri, "test-host", new MemoryPersistence()));
    var options = new MqttConnectionOptions();
    options.setSocketFactory(sockets);
    options.setCleanStart(true);
    options.setTopicAliasMaximum(0);
    options.setExecutorServiceTimeout(1);
    host.client.setCallback(host);
    host.client.connect(options).waitForCompletion(CALL_MILLIS);
    host.client
        .subscribe(
            new MqttSubscription[] {new MqttSubscription("spBv1.0/#", 1)},
            null,
            null,
            new MqttProperties())
        .waitForCompletion(CALL_MILLIS);
    return host;
  }

  public void command(Topic topic, byte[] payload) throws MqttException {
    client.publish(topic.format(), payload, 0, false).waitForCompletion(CALL_MILLIS);
  }

  /// Says on the STATE topic of a host whether it is there, for everyone who comes later too.
  public void say(String hostId, HostState state) throws MqttException {
    client.publish(HostState.topic(hostId), state.encode(), 1, true).waitForCompletion(CALL_MILLIS);
  }

  /// Everything heard so far, without commands.
  public List<Heard> heard() {
    return heard.stream().filter(one -> !one.topic().type().isCommand()).toList();
  }

  public List<String> types() {
    return heard().stream().map(Heard::type).toList();
  }

  /// Waits until what was heard passes.
  public void await(String what, Predicate<List<Heard>> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.test(heard())) {
      if (System.nanoTime() > deadline) {
        fail("never heard: " + what + ", but " + types());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  public void awaitTypes(List<String> types) {
    await(types.toString(), _ -> types().equals(types));
  }

  @Override
  public void close() throws MqttException {
    if (client.isConnected()) {
      client.disconnect().waitForCompletion(CALL_MILLIS);
    }
    client.close(true);
  }

  @Override
  public void messageArrived(String topic, MqttMessage message) throws MalformedMessageException {
    if (topic.startsWith(HostState.TOPICS)) {
      return;
    }
    heard.add(
        new Heard(
            Topic.parse(topic),
            PayloadCodec.decode(message.getPayload()),
            message.getQos(),
            message.isRetained()));
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {}

  @Override
  public void mqttErrorOccurred(MqttException problem) {}

  @Override
  public void deliveryComplete(IMqttToken token) {}

  @Override
  public void connectComplete(boolean reconnect, String broker) {}

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
