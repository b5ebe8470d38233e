package org.jiujin.agent.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Makes sockets for `tcp:` whose end is told with the patience of [PatientStream].
final class PatientSocketFactory extends SocketFactory {
  @Override
  public Socket createSocket() {
    return new PatientSocket();
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
    @Override
    public InputStream getInputStream() throws IOException {
      return new PatientStream(super.getInputStream());
    }
  }
}
