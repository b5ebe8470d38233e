package org.jiujin.device.line;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A line over a TCP socket. A peer that stops reading is a lost line after [#WRITE_LIMIT].
final class TcpLine implements Line {
  private static final Logger LOG = LoggerFactory.getLogger(TcpLine.class);
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(5);
  private static final int BUFFER_BYTES = 4096;

  private final Socket socket;
  private volatile boolean lost;

  TcpLine(Socket socket) {
    this.socket = socket;
  }

  @Override
  public byte[] read(Duration limit) {
    if (lost) {
      return new byte[0];
    }
    try {
      if (limit.isZero() && socket.getInputStream().available() == 0) {
        return new byte[0];
      }
      socket.setSoTimeout((int) Math.max(1, limit.toMillis()));
      var buffer = new byte[BUFFER_BYTES];
      int count = socket.getInputStream().read(buffer);
      lost = count < 0;
      return count < 0 ? new byte[0] : Arrays.copyOf(buffer, count);
    } catch (SocketTimeoutException nothingCame) {
      return new byte[0];
    } catch (IOException gone) {
      lost = true;
      return new byte[0];
    }
  }

  /// A socket has no limit for writing; a thread of its own waits, and closing the socket ends it.
  @Override
  public boolean write(byte[] bytes) {
    if (lost) {
      return false;
    }
    var written = CompletableFuture.runAsync(() -> push(bytes), Thread::startVirtualThread);
    try {
      written.get(WRITE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException stuck) {
      close();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      close();
    }
    return !lost;
  }

  @Override
  public boolean lost() {
    return lost;
  }

  @Override
  public void close() {
    lost = true;
    close(socket);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      LOG.debug("Closing a socket: {}", already.toString());
    }
  }

  private void push(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException gone) {
      lost = true;
    }
  }
}
