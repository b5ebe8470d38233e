package org.jiujin.agent.link;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/// A real MQTT 5 broker inside the test, on a port that stays the same over restarts.
final class TestBroker {
  private final int port;
  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

  private TestBroker(int port) {
    this.port = port;
  }

  static TestBroker start(Path folder) throws Exception {
    return start(folder, freePort());
  }

  static TestBroker start(Path folder, int port) throws Exception {
    var broker = new TestBroker(port);
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
            .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT");
    broker.server.setConfiguration(settings);
    broker.server.start();
    return broker;
  }

  int port() {
    return port;
  }

  String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  void stop() throws Exception {
    server.stop();
  }

  static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
