package org.jiujin.agent.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/// One TLS connection for Paho: TLS 1.3 only, the broker's certificate must name its host.
///
/// Takes the place of Paho's own, which shows the end of a connection too early (see [Settling]), takes any version
/// of TLS, and cannot be stopped while it shakes hands.
final class TlsNetwork implements NetworkModule {
  /// Paho's reading thread looks up as often as this, as with Paho's own connections.
  private static final Duration LOOK_UP = Duration.ofSeconds(1);

  private final URI broker;
  private final PatientSocketFactory sockets;
  private final Socket plain = new Socket();
  private @Nullable SSLSocket encrypted;
  private @Nullable InputStream in;

  TlsNetwork(URI broker, PatientSocketFactory sockets) {
    this.broker = broker;
    this.sockets = sockets;
  }

  @Override
  public void start() throws IOException, MqttException {
    int limit = (int) MqttLink.CALL_LIMIT.toMillis();
    try {
      plain.connect(new InetSocketAddress(broker.getHost(), broker.getPort()), limit);
      plain.setSoTimeout(limit);
      var socket =
          (SSLSocket) sockets.tls().createSocket(plain, broker.getHost(), broker.getPort(), true);
      SSLParameters rules = socket.getSSLParameters();
      rules.setProtocols(new String[] {"TLSv1.3"});
      rules.setEndpointIdentificationAlgorithm("HTTPS"); // the name of the rule, not of the traffic
      socket.setSSLParameters(rules);
      socket.startHandshake();
      socket.setSoTimeout((int) LOOK_UP.toMillis());
      encrypted = socket;
      in = sockets.settling().in(socket.getInputStream());
    } catch (IOException e) {
      plain.close();
      throw new MqttException(MqttClientException.REASON_CODE_SERVER_CONNECT_ERROR, e);
    }
  }

  @Override
  public InputStream getInputStream() {
    return Objects.requireNonNull(in, "not started");
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return sockets
        .settling()
        .out(Objects.requireNonNull(encrypted, "not started").getOutputStream());
  }

  /// Any thread. Does not wait for the other side's good-bye, and ends a handshake under way.
  @Override
  public void stop() throws IOException {
    plain.close();
    sockets.settling().over();
  }

  @Override
  public String getServerURI() {
    return broker.toString();
  }
}
