package org.jiujin.agent.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.local.LocalCodec;
import org.jiujin.fleet.local.LocalMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agent's end of the local link: a Unix-domain socket that only its owner may open, for one app at a time.
///
/// A new connection replaces the one before it. Messages are handed over on the socket's own threads.
final class AppSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AppSocket.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final Path path;
  private final Consumer<LocalMessage> received;
  private final ServerSocketChannel server;
  private final Thread thread;
  private @Nullable SocketChannel app; // guarded by this

  private AppSocket(Path path, ServerSocketChannel server, Consumer<LocalMessage> received) {
    this.path = path;
    this.server = server;
    this.received = received;
    this.thread = Thread.ofPlatform().name("app-socket").unstarted(this::acceptAll);
  }

  /// Makes the socket and listens. A socket file that was left behind is removed.
  static AppSocket listen(Path path, Consumer<LocalMessage> received) throws IOException {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Files.deleteIfExists(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    var socket = new AppSocket(path, server, received);
    socket.thread.start();
    return socket;
  }

  /// Sends to the app, if one is connected. A message that cannot be sent is lost: the next ping tells.
  synchronized void send(LocalMessage message) {
    if (app == null) {
      return;
    }
    try {
      OutputStream out = Channels.newOutputStream(app);
      LocalCodec.write(message, out);
    } catch (IOException e) {
      LOG.info("the app does not take a message: {}", e.toString());
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      replaceApp(null);
      if (!thread.join(CLOSE_LIMIT)) {
        LOG.warn("the socket's thread did not end");
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("the local socket did not close cleanly", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    try {
      while (server.isOpen()) {
        SocketChannel channel = server.accept();
        replaceApp(channel);
        Thread.ofPlatform().daemon().name("app-link").start(() -> readAll(channel));
      }
    } catch (ClosedChannelException _) {
      // close() does that
    } catch (IOException e) {
      LOG.error("the local link is gone; the app will count as frozen", e);
    }
  }

  private synchronized void replaceApp(@Nullable SocketChannel next) throws IOException {
    if (app != null) {
      app.close();
    }
    app = next;
  }

  private void readAll(SocketChannel channel) {
    try (channel;
        InputStream in = Channels.newInputStream(channel)) {
      for (Optional<LocalMessage> message = LocalCodec.read(in);
          message.isPresent();
          message = LocalCodec.read(in)) {
        received.accept(message.get());
      }
      LOG.info("the app closed the local link");
    } catch (MalformedMessageException e) {
      LOG.warn("the local link is closed, the app sent something else: {}", e.getMessage());
    } catch (IOException e) {
      LOG.info("the local link broke: {}", e.toString());
    }
  }
}
