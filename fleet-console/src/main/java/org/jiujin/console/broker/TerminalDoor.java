package org.jiujin.console.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;

/// The port for terminals: loopback, TLS 1.3, and nobody without a certificate. What may be said there stands in
/// [TerminalRights].
record TerminalDoor(int port, BrokerTls papers) {
  static final String NAME = "mqtt-tls";

  /// As the library wants it. It begins to listen when it is told to, not before the rights are in force.
  ///
  /// @param folder for the stores, as the library reads files only
  TransportConfiguration acceptor(Path folder) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(TransportConstants.HOST_PROP_NAME, "127.0.0.1");
    settings.put(TransportConstants.PORT_PROP_NAME, port);
    settings.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
    settings.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    settings.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
    settings.put(TransportConstants.AUTO_START, false);
    settings.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
    settings.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
    settings.put(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, true);
    settings.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
    settings.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, papers.password());
    settings.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
    settings.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, papers.password());
    try {
      Files.createDirectories(folder);
      settings.put(
          TransportConstants.KEYSTORE_PATH_PROP_NAME,
          written(papers.own(), folder.resolve("server.p12")));
      settings.put(
          TransportConstants.TRUSTSTORE_PATH_PROP_NAME,
          written(papers.trusted(), folder.resolve("trusted.p12")));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The embedded broker's certificate cannot be kept", e);
    }
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(),
        settings,
        NAME,
        Map.of("topicAliasMaximum", 0)); // a topic that is not said cannot be checked
  }

  /// Readable by the console only, and worth nothing after its next start, when there is another key.
  private String written(KeyStore store, Path file) throws IOException, GeneralSecurityException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      store.store(out, papers.password().toCharArray());
    }
    return file.toString();
  }
}
