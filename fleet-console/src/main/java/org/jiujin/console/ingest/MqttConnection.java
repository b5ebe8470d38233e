package org.jiujin.console.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// One connection to the broker, over one client object that is never used for a second one: the library's own
/// reconnecting leaks threads (fleet reference, 6.2). Every wait has a limit.
final class MqttConnection implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration PUBLISH_LIMIT = Duration.ofSeconds(5);
  private static final Duration LEAVE_LIMIT = Duration.ofSeconds(2);

  private final MqttAsyncClient client;
  private final HostState state;
  private final CountDownLatch lost = new CountDownLatch(1);

  private MqttConnection(MqttAsyncClient client, HostState state) {
    this.client = client;
    this.state = state;
  }

  /// Connects, subscribes and says that this host is there.
  static MqttConnection open(
      URI broker, HostState state, IngestSettings settings, Consumer<Inbound.Message> sink)
      throws MqttException {
    var client = new MqttAsyncClient(broker.toString(), state.hostId(), new MemoryPersistence());
    var connection = new MqttConnection(client, state);
    client.setCallback(connection.new Callbacks(sink));
    try {
      connection.await(client.connect(options(state, settings)), CONNECT_LIMIT);
      connection.await(client.subscribe(settings.subscription(), 1), CONNECT_LIMIT);
      connection.sayOnline();
      return connection;
    } catch (MqttException failed) {
      connection.discard();
      throw failed;
    }
  }

  /// Publishes at QoS 0, not retained.
  void publish(String topic, byte[] payload) throws MqttException {
    await(client.publish(topic, payload, 0, false), PUBLISH_LIMIT);
  }

  /// Says again that this host is there.
  void sayOnline() throws MqttException {
    await(client.publish(state.topic(), state.online(), 1, true), PUBLISH_LIMIT);
  }

  /// Returns when the connection is gone or [#close] was called.
  void awaitLoss() throws InterruptedException {
    lost.await();
  }

  /// Lets [#awaitLoss] return. From any thread.
  void release() {
    lost.countDown();
  }

  @Override
  public void close() {
    release();
    if (client.isConnected()) {
      leave();
    }
    discard();
  }

  private void leave() {
    try {
      await(client.publish(state.topic(), state.offline(), 1, true), LEAVE_LIMIT);
      await(client.disconnect(LEAVE_LIMIT.toMillis()), LEAVE_LIMIT);
    } catch (MqttException gone) {
      // the will says the same
    }
  }

  private void discard() {
    try {
      client.disconnectForcibly(0, LEAVE_LIMIT.toMillis(), false);
    } catch (MqttException notConnected) {
      // that is what was wanted
    }
    try {
      client.close(true);
    } catch (MqttException stuck) {
      // nothing is left to try: the object is dropped
    }
  }

  private void await(IMqttToken token, Duration limit) throws MqttException {
    token.waitForCompletion(limit.toMillis());
  }

  private static MqttConnectionOptions options(HostState state, IngestSettings settings) {
    var options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setTopicAliasMaximum(0);
    options.setConnectionTimeout((int) CONNECT_LIMIT.toSeconds());
    options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
    var will = new MqttMessage(state.offline());
    will.setQos(1);
    will.setRetained(true);
    options.setWill(state.topic(), will);
    return options;
  }

  /// Runs on the library's threads, so it only hands over: waiting here would stop the client (fleet reference, 6.2).
  private final class Callbacks implements MqttCallback {
    private final Consumer<Inbound.Message> sink;

    Callbacks(Consumer<Inbound.Message> sink) {
      this.sink = sink;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      sink.accept(new Inbound.Message(topic, message.getPayload()));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      release();
    }

    @Override
    public void mqttErrorOccurred(MqttException error) {
      release();
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String uri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
