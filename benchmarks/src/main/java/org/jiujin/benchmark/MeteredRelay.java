package org.jiujin.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Stands between one terminal and a web server, counts the bytes of both ways, headers included, and notes what is asked for.
final class MeteredRelay implements AutoCloseable {
  private static final Pattern REQUEST = Pattern.compile("(?m)^GET (\\S+) HTTP/1\\.1\r?$");
  private static final int PIECE = 16 * 1024;

  private final ServerSocket listens;
  private final int target;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private final List<String> paths = new CopyOnWriteArrayList<>();

  private MeteredRelay(ServerSocket listens, int target) {
    this.listens = listens;
    this.target = target;
  }

  static MeteredRelay to(int target) throws IOException {
    var relay = new MeteredRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    relay.threads.execute(relay::accept);
    return relay;
  }

  int port() {
    return listens.getLocalPort();
  }

  /// What went by since the last time.
  Traffic taken() {
    var traffic = new Traffic(up.getAndSet(0), down.getAndSet(0), List.copyOf(paths));
    paths.clear();
    return traffic;
  }

  /// @param up bytes to the server
  /// @param down bytes to the terminal
  /// @param paths that were asked for, in their order
  record Traffic(long up, long down, List<String> paths) {}

  private void accept() {
    try {
      while (true) {
        Socket terminal = listens.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        threads.execute(() -> copy(terminal, server, up, true));
        threads.execute(() -> copy(server, terminal, down, false));
      }
    } catch (IOException _) {
      // it was closed
    }
  }

  private void copy(Socket from, Socket to, AtomicLong count, boolean requests) {
    var piece = new byte[PIECE];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        count.addAndGet(length);
        if (requests) {
          REQUEST
              .matcher(new String(piece, 0, length, StandardCharsets.US_ASCII))
              .results()
              .forEach(match -> paths.add(match.group(1)));
        }
        out.write(piece, 0, length);
      }
    } catch (IOException _) {
      // one of the two is gone
    }
  }

  @Override
  public void close() throws IOException {
    listens.close();
    threads.shutdownNow();
  }
}
