package org.jiujin.agent.link;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jiujin.fleet.PayloadCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to the broker: opened once, used, thrown away. Wraps Paho, whose traps stand in the comments.
///
/// Used by one thread. Events come from Paho's threads and must be taken without waiting. Every call ends within
/// [#CALL_LIMIT], closing within twice that.
final class MqttLink implements Connection {
  /// How long one call to the broker may take.
  static final Duration CALL_LIMIT = Duration.ofSeconds(3);

  /// One each that connects, reads, sends, calls back, disconnects and pings.
  private static final int MOST_THREADS = 6;

  /// DISCONNECT with the will: the broker publishes NDEATH too, and hosts ignore the second one by its bdSeq.
  private static final int DISCONNECT_WITH_WILL = 0x04;

  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

  /// Paho prints a stack trace past our log for every broken line; [FleetLink] tells of it once. Held here because
  /// java.util.logging forgets the level of a logger that nobody holds.
  private static final java.util.logging.Logger PAHO =
      java.util.logging.Logger.getLogger("org.eclipse.paho");

  static {
    PAHO.setLevel(java.util.logging.Level.OFF);
  }

  private final MqttAsyncClient client;
  private final ExecutorService threads;
  private final Consumer<LinkEvent> events;
  private final Settling settling;

  private MqttLink(
      MqttAsyncClient client,
      ExecutorService threads,
      Settling settling,
      Consumer<LinkEvent> events) {
    this.client = client;
    this.threads = threads;
    this.settling = settling;
    this.events = events;
  }

  /// A [Connection.Opener].
  static MqttLink open(
      LinkSettings settings,
      String broker,
      OutMessage will,
      String[] subscriptions,
      Consumer<LinkEvent> events)
      throws MqttException, TlsFilesException {
    var settling = new Settling();
    MqttConnectionOptions options = options(settings, broker, will, settling);
    ScheduledExecutorService threads = threads();
    var client =
        new MqttAsyncClient(
            TlsNetworkFactory.forPaho(broker),
            settings.clientId(),
            new MemoryPersistence(),
            null,
            threads);
    var link = new MqttLink(client, threads, settling, events);
    client.setCallback(new LinkCallback(events));
    try {
      client.connect(
          options,
          null,
          new Listener(
              _ -> link.subscribe(subscriptions), reason -> link.broken("connect: " + reason)));
    } catch (MqttException | RuntimeException e) { // Paho throws unchecked ones on a bad state
      link.drop();
      throw e;
    }
    return link;
  }

  /// One at a time, so Paho's window is never full.
  @Override
  public void publish(OutMessage message) throws MqttException {
    publish(message, 0);
  }

  @Override
  public void leave(OutMessage death) {
    try {
      publish(death, 1);
      disconnect();
    } catch (MqttException e) {
      LOG.info("the broker did not hear the good-bye: {}", reason(e));
    }
    drop();
  }

  @Override
  public void withdraw() {
    try {
      disconnect();
    } catch (MqttException e) {
      LOG.info("the broker did not hear the good-bye: {}", reason(e));
    }
    drop();
  }

  /// Done on a thread of its own, because Paho may hang while it closes.
  @Override
  public void drop() {
    Thread closing = Thread.ofPlatform().daemon().name("link-close").start(this::close);
    try {
      if (!closing.join(CALL_LIMIT)) {
        LOG.warn(
            "an old client did not close within {} s; it is left behind", CALL_LIMIT.toSeconds());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void disconnect() throws MqttException {
    client
        .disconnect(0, null, null, DISCONNECT_WITH_WILL, new MqttProperties())
        .waitForCompletion(CALL_LIMIT.toMillis());
  }

  private void publish(OutMessage message, int qos) throws MqttException {
    client
        .publish(message.topic().format(), PayloadCodec.encode(message.payload()), qos, false)
        .waitForCompletion(CALL_LIMIT.toMillis());
  }

  private void subscribe(String[] topics) {
    var wanted = new MqttSubscription[topics.length];
    for (int i = 0; i < topics.length; i++) {
      wanted[i] = new MqttSubscription(topics[i], 1);
    }
    try {
      client.subscribe(
          wanted,
          null,
          new Listener(this::subscribed, reason -> broken("subscribe: " + reason)),
          new MqttProperties());
    } catch (MqttException e) {
      broken("subscribe: " + reason(e));
    }
  }

  private void subscribed(IMqttToken token) {
    for (int code : token.getReasonCodes()) {
      if (code >= 0x80) { // granted QoS are 0 to 2
        broken("subscribe: refused with reason " + code);
        return;
      }
    }
    events.accept(new LinkEvent.Established());
  }

  private void broken(String reason) {
    events.accept(new LinkEvent.Broken(reason));
  }

  private void close() {
    settling.awaitEnd();
    try {
      // Not disconnectForcibly(): without limits it waits 30 s + 10 s. No DISCONNECT, so the will
      // is published.
      client.disconnectForcibly(0, CALL_LIMIT.toMillis() / 2, false);
    } catch (MqttException | RuntimeException e) {
      LOG.debug("an old client would not disconnect", e);
    }
    try {
      client.close(true);
    } catch (MqttException | RuntimeException e) {
      LOG.debug("an old client would not close", e);
    }
    threads.shutdownNow();
  }

  /// For Paho's threads of this connection. With threads of its own Paho tells its sending thread only once to end, and one that is just about
  /// to wait does not hear it: a thread lost. One of a pool is interrupted instead.
  private static ScheduledExecutorService threads() {
    var threads =
        new ScheduledThreadPoolExecutor(
            MOST_THREADS, Thread.ofPlatform().daemon().name("mqtt-", 0).factory());
    threads.setKeepAliveTime(1, TimeUnit.SECONDS);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static MqttConnectionOptions options(
      LinkSettings settings, String broker, OutMessage will, Settling settling)
      throws TlsFilesException {
    var options = new MqttConnectionOptions();
    options.setCleanStart(true);
    options.setSessionExpiryInterval(0L);
    options.setAutomaticReconnect(false); // its timer and threads leak
    options.setTopicAliasMaximum(0); // a re-sent message would lose its topic
    options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
    options.setConnectionTimeout((int) CALL_LIMIT.toSeconds());
    options.setExecutorServiceTimeout(1);
    options.setSocketFactory(
        new PatientSocketFactory(
            settling,
            BrokerUri.encrypted(broker)
                ? Objects.requireNonNull(settings.tls()).context().getSocketFactory()
                : null));
    var message = new MqttMessage(PayloadCodec.encode(will.payload()));
    message.setQos(1);
    message.setRetained(false);
    options.setWill(will.topic().format(), message);
    return options;
  }

  static String reason(Throwable problem) {
    String text =
        problem instanceof MqttException mqtt
            ? "MQTT " + mqtt.getReasonCode() + " " + mqtt.getMessage()
            : problem.toString();
    Throwable cause = problem.getCause();
    return cause == null ? text : text + " (" + cause + ")";
  }

  /// Turns Paho's two-method listener into two lambdas.
  private record Listener(Consumer<IMqttToken> good, Consumer<String> bad)
      implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      good.accept(token);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable problem) {
      bad.accept(reason(problem));
    }
  }
}
