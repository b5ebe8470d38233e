package org.jiujin.console.broker;

import io.netty.handler.codec.mqtt.MqttMessage;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads every packet before the broker does. Whoever comes by the open port is let through; anybody else has a certificate,
/// and loses its connection with the first packet that [TerminalRights] do not allow. Called on the broker's threads.
final class TerminalGuard implements MQTTInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalGuard.class);

  /// No level of a topic that would be more than one, or any.
  private static final Pattern NAME = Pattern.compile("[^+#/]{1,64}");

  private final String open;

  /// @param openPort the port without TLS
  TerminalGuard(int openPort) {
    this.open = ":" + openPort;
  }

  @Override
  public boolean intercept(MqttMessage packet, RemotingConnection connection) {
    if (connection.getTransportLocalAddress().endsWith(open)) {
      return true;
    }
    Optional<String> terminal = name(connection);
    boolean allowed =
        terminal.map(TerminalRights::new).filter(rights -> rights.allow(packet)).isPresent();
    if (!allowed) {
      LOG.warn(
          "The terminal {} at {} sent a {} that it may not send; its connection is ended",
          terminal.orElse("without a name"),
          connection.getRemoteAddress(),
          packet.fixedHeader().messageType());
    }
    return allowed;
  }

  private static Optional<String> name(RemotingConnection connection) {
    X509Certificate[] shown = CertificateUtil.getCertsFromConnection(connection);
    return shown == null || shown.length == 0 ? Optional.empty() : commonName(shown[0]);
  }

  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .filter(name -> NAME.matcher(name).matches())
              .findFirst();
    } catch (InvalidNameException unreadable) {
      return Optional.empty();
    }
  }
}
