package org.jiujin.console.ingest;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a connection to the broker: one thread that connects, waits until the connection is lost, and tries again.
final class MqttLink implements BrokerLink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

  private final URI broker;
  private final IngestSettings settings;
  private final Inbox inbox;
  private final InstantSource clock;
  private final Backoff backoff;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable MqttConnection connection;

  MqttLink(URI broker, IngestSettings settings, Inbox inbox, InstantSource clock, Backoff backoff) {
    this.broker = broker;
    this.settings = settings;
    this.inbox = inbox;
    this.clock = clock;
    this.backoff = backoff;
    this.thread = Thread.ofPlatform().name("console-link").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  @Override
  public boolean connected() {
    return connection != null;
  }

  /// Publishes a command at QoS 0. Called by the worker only; it waits for the network a bounded time.
  ///
  /// @return whether it was handed to the broker
  boolean publish(String topic, byte[] payload) {
    return withConnection(current -> current.publish(topic, payload));
  }

  /// Says again that this host is there, because somebody said otherwise; not if it was this host itself, leaving.
  void sayOnline() {
    if (stopping.getCount() > 0) {
      withConnection(MqttConnection::sayOnline);
    }
  }

  /// The topic on which this host says that it is there.
  String stateTopic() {
    return new HostState(settings.hostId(), clock.instant()).topic();
  }

  @Override
  public void close() {
    stopping.countDown();
    MqttConnection current = connection;
    if (current != null) {
      current.release();
    }
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int failures = 0;
    try {
      while (stopping.getCount() > 0) {
        failures = serveOneConnection() ? 1 : failures + 1;
        if (stopping.await(backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether there was a connection at all
  private boolean serveOneConnection() throws InterruptedException {
    var state = new HostState(settings.hostId(), clock.instant());
    try (var opened = MqttConnection.open(broker, state, settings, inbox::put)) {
      connection = opened;
      LOG.info("Connected to the broker {}", broker);
      inbox.put(new Inbound.LinkUp());
      if (stopping.getCount() > 0) {
        opened.awaitLoss();
      }
      return true;
    } catch (MqttException refused) {
      LOG.warn("No connection to the broker {}: {}", broker, refused.getMessage());
      return false;
    } finally {
      if (connection != null) {
        connection = null;
        LOG.info("The connection to the broker {} ended", broker);
        inbox.put(new Inbound.LinkDown());
      }
    }
  }

  private boolean withConnection(Use use) {
    MqttConnection current = connection;
    if (current == null) {
      return false;
    }
    try {
      use.with(current);
      return true;
    } catch (MqttException failed) {
      LOG.info("A message to the broker was not sent: {}", failed.getMessage());
      return false;
    }
  }

  @FunctionalInterface
  private interface Use {
    void with(MqttConnection connection) throws MqttException;
  }
}
