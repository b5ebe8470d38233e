package org.jiujin.device.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;
import org.jiujin.device.Fault;

/// A TCP socket: a serial server, or a printer on port 9100.
///
/// @param address resolved anew at each opening, because it changes with the network
record TcpLinePort(InetSocketAddress address) implements LinePort {
  private static final Duration CONNECT_LIMIT = Duration.ofMillis(1500);

  @Override
  public Opening open() {
    var socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(address.getHostString(), address.getPort()),
          (int) CONNECT_LIMIT.toMillis());
      socket.setTcpNoDelay(true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      return new Opening.Opened(new TcpLine(socket));
    } catch (IOException refused) {
      TcpLine.close(socket);
      return new Opening.Missing(
          Fault.of(Fault.Code.NOT_CONNECTED, refused.getClass().getSimpleName()));
    }
  }
}
