package org.jiujin.agent.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Objects;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Makes the socket of one connection; what comes from it is told with the patience of [Settling].
final class PatientSocketFactory extends SocketFactory {
  private final Settling settling;
  private final @Nullable SSLSocketFactory tls;

  /// @param tls makes the encrypted ones; null for `tcp:`
  PatientSocketFactory(Settling settling, @Nullable SSLSocketFactory tls) {
    this.settling = settling;
    this.tls = tls;
  }

  Settling settling() {
    return settling;
  }

  SSLSocketFactory tls() {
    return Objects.requireNonNull(tls, "a broker without TLS");
  }

  @Override
  public Socket createSocket() {
    return new PatientSocket(settling);
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw new UnsupportedOperationException("Paho connects the socket itself");
  }

  private static final class PatientSocket extends Socket {
    private final Settling settling;

    PatientSocket(Settling settling) {
      this.settling = settling;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return settling.in(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return settling.out(super.getOutputStream());
    }

    @Override
    public void close() throws IOException {
      super.close();
      settling.over();
    }
  }
}
