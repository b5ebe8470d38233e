package org.jiujin.kiosk.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;

/// The agent's side of the local link, one connection at a time, on the test's own thread.
final class FakeAgent implements AutoCloseable {
  private final Path socket;
  private final ServerSocketChannel server;

  FakeAgent(Path socket) throws IOException {
    this.socket = socket;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
  }

  Connection accept() throws IOException {
    return new Connection(server.accept());
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }

  record Connection(SocketChannel channel) implements AutoCloseable {
    LocalMessage read() throws IOException {
      try {
        return LocalCodec.read(Channels.newInputStream(channel)).orElseThrow();
      } catch (MalformedMessageException e) {
        throw new AssertionError(e);
      }
    }

    void write(LocalMessage message) throws IOException {
      LocalCodec.write(message, Channels.newOutputStream(channel));
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
