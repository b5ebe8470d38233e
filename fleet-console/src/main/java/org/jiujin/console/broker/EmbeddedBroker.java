package org.jiujin.console.broker;

import java.net.URI;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An Artemis broker inside the console, for a demonstration or a handful of terminals: MQTT on the loopback interface,
/// no sign-in, no rights per topic. Where it has a second port, for terminals with a certificate, those may say and hear there
/// what is their own.
final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final String ACCEPTOR = "mqtt";
  private static final SimpleString DROPPED = SimpleString.of("dropped");

  private final EmbeddedActiveMQ server;
  private final int port;
  private final @Nullable TerminalDoor door;

  private EmbeddedBroker(EmbeddedActiveMQ server, int port, @Nullable TerminalDoor door) {
    this.server = server;
    this.port = port;
    this.door = door;
  }

  /// Starts a broker and returns once it accepts connections.
  ///
  /// @param folder keeps retained messages and sessions over a restart
  /// @throws IllegalStateException if it cannot start, because the port is taken for example
  static EmbeddedBroker start(int port, Path folder) {
    return start(port, folder, null);
  }

  /// Starts a broker with a second port, and returns once it accepts connections on both.
  static EmbeddedBroker start(int port, Path folder, @Nullable TerminalDoor door) {
    var broker = new EmbeddedBroker(new EmbeddedActiveMQ(), port, door);
    Path own = folder.toAbsolutePath();
    Configuration configuration = configuration(port, own);
    if (door != null) {
      configuration.addAcceptorConfiguration(door.acceptor(own.resolve("tls")));
    }
    broker.server.setConfiguration(configuration);
    broker.start();
    return broker;
  }

  BrokerAddress address() {
    return new BrokerAddress(URI.create("tcp://127.0.0.1:" + port));
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) { // declared so by the library
      LOG.warn("The embedded broker did not stop cleanly", failed);
    }
  }

  private void start() {
    try {
      server.start();
    } catch (Exception failed) { // declared so by the library
      close();
      throw new IllegalStateException("The embedded broker did not start", failed);
    }
    need(ACCEPTOR, port, "console.broker.port");
    if (door != null) {
      open(door);
    }
  }

  /// The rights come into force before anybody can come in.
  private void open(TerminalDoor door) {
    var service = server.getActiveMQServer().getRemotingService();
    service.addIncomingInterceptor(new TerminalGuard(port));
    try {
      service.getAcceptor(TerminalDoor.NAME).start();
    } catch (Exception failed) { // declared so by the library
      close();
      throw new IllegalStateException("The embedded broker's port with TLS did not open", failed);
    }
    need(TerminalDoor.NAME, door.port(), "console.broker.tls-port");
  }

  /// The server only logs when its journal cannot be read or its acceptor cannot bind.
  private void need(String name, int port, String setting) {
    var acceptor = server.getActiveMQServer().getRemotingService().getAcceptor(name);
    if (!server.getActiveMQServer().isActive() || acceptor == null || !acceptor.isStarted()) {
      close();
      throw new IllegalStateException(
          "The embedded broker does not run; either 127.0.0.1:%d is taken (%s), or the log above says why"
              .formatted(port, setting));
    }
  }

  private static Configuration configuration(int port, Path folder) {
    var configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(true)
            .setSecurityEnabled(false)
            .setJournalType(JournalType.NIO)
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .setNodeManagerLockDirectory(folder.resolve("journal").toString())
            .setJournalFileSize(1024 * 1024)
            .setJournalMinFiles(2)
            // Both cost more than all the rest at 15,000 connections.
            .setJMXManagementEnabled(false)
            .setSuppressSessionNotifications(true)
            .setMaxDiskUsage(98)
            // What cannot be delivered goes to an address without a queue: nobody would ever read
            // it.
            .addAddressSetting(
                "#", new AddressSettings().setDeadLetterAddress(DROPPED).setExpiryAddress(DROPPED))
            .addAddressConfiguration(
                new CoreAddressConfiguration()
                    .setName(DROPPED.toString())
                    .addRoutingType(RoutingType.ANYCAST))
            .setGracefulShutdownEnabled(false);
    try {
      return configuration.addAcceptorConfiguration(
          ACCEPTOR,
          "tcp://127.0.0.1:%d?protocols=MQTT;useEpoll=false;useKQueue=false".formatted(port));
    } catch (Exception wrong) { // declared so by the library; the text is ours
      throw new IllegalStateException("The embedded broker's acceptor is misspelt", wrong);
    }
  }
}
