package org.jiujin.agent.link;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.LoggerFactory;

/// A real MQTT 5 broker inside the test, on a port that stays the same over restarts.
public final class TestBroker {
  private final int port;
  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  private final String scheme;

  private TestBroker(int port, String scheme) {
    this.port = port;
    this.scheme = scheme;
  }

  public static TestBroker start(Path folder) throws Exception {
    return start(folder, freePort());
  }

  public static TestBroker start(Path folder, int port) throws Exception {
    return start(folder, new TestBroker(port, "tcp"), "");
  }

  /// A broker that asks for the client's certificate.
  ///
  /// @param server the alias of the broker's own certificate
  /// @param version of TLS, the only one
  public static TestBroker startTls(
      Path folder, TestAuthority authority, String server, String version) throws Exception {
    String options =
        ";sslEnabled=true;needClientAuth=true;enabledProtocols="
            + version
            + ";keyStoreType=PKCS12;trustStoreType=PKCS12;keyStorePassword="
            + TestAuthority.PASSWORD
            + ";trustStorePassword="
            + TestAuthority.PASSWORD
            + ";keyStorePath="
            + authority.store(server)
            + ";trustStorePath="
            + authority.store("ca");
    return start(folder, new TestBroker(freePort(), "ssl"), options);
  }

  private static TestBroker start(Path folder, TestBroker broker, String options) throws Exception {
    Configuration settings =
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .setBindingsDirectory(folder + "/bindings")
            .setJournalDirectory(folder + "/journal")
            .setPagingDirectory(folder + "/paging")
            .setLargeMessagesDirectory(folder + "/large")
            .setJMXManagementEnabled(false)
            .setSuppressSessionNotifications(true)
            .addAcceptorConfiguration(
                "mqtt", "tcp://127.0.0.1:" + broker.port + "?protocols=MQTT" + options);
    broker.server.setConfiguration(settings);
    broker.server.start();
    return broker;
  }

  public int port() {
    return port;
  }

  public String uri() {
    return scheme + "://127.0.0.1:" + port;
  }

  /// Ends it. Artemis stumbles over its own parts when it goes down while a client leaves, and says so; that is no news.
  public void stop() throws Exception {
    var log = (Logger) LoggerFactory.getLogger("org.apache.activemq.artemis.core.protocol.mqtt");
    log.setLevel(Level.OFF);
    server.stop();
    log.setLevel(null);
  }

  public static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
