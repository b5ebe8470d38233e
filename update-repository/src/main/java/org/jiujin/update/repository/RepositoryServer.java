package org.jiujin.update.repository;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Serves what is published, on loopback: for the demo and for tests. In the field any web server does it.
///
/// GET and HEAD, one range from a byte on (RFC 9110, section 14), no listing of folders.
public final class RepositoryServer implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");
  private static final int PIECE = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Path web;

  private RepositoryServer(HttpServer server, Path web) {
    this.server = server;
    this.web = web;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /// Starts one.
  ///
  /// @param port 0 for any
  /// @throws IOException if the port is taken
  public static RepositoryServer start(Layout layout, int port) throws IOException {
    var started =
        new RepositoryServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0),
            layout.web().toAbsolutePath().normalize());
    started.server.setExecutor(started.threads);
    started.server.createContext("/", started::answer);
    started.server.start();
    return started;
  }

  /// Where it is, with a slash at the end; `metadata` and `targets` are below.
  public URI address() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      Path file = file(exchange.getRequestURI().getPath());
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      send(exchange, file, method.equals("GET"));
    }
  }

  /// The file of a path; the folder itself, which is no file, when the path leads elsewhere.
  private Path file(String path) {
    try {
      Path file = web.resolve(path.substring(1)).normalize();
      return file.startsWith(web) ? file : web;
    } catch (InvalidPathException e) {
      return web;
    }
  }

  private static void send(HttpExchange exchange, Path file, boolean body) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Accept-Ranges", "bytes");
    headers.set(
        "Cache-Control",
        file.endsWith("timestamp.json") ? "no-cache" : "public, max-age=31536000, immutable");
    try (FileChannel content = FileChannel.open(file)) {
      long size = content.size();
      long from = 0;
      long until = size;
      int status = 200;
      String range = exchange.getRequestHeaders().getFirst("Range");
      Matcher asked = RANGE.matcher(range == null ? "" : range);
      if (asked.matches()) {
        from = Long.parseLong(asked.group(1));
        if (!asked.group(2).isEmpty()) {
          until = Math.min(size, Long.parseLong(asked.group(2)) + 1);
        }
        if (from >= until) {
          headers.set("Content-Range", "bytes */" + size);
          exchange.sendResponseHeaders(416, -1);
          return;
        }
        status = 206;
        headers.set("Content-Range", "bytes %d-%d/%d".formatted(from, until - 1, size));
      }
      long length = until - from;
      if (!body) {
        headers.set("Content-Length", Long.toString(length));
      }
      exchange.sendResponseHeaders(status, body && length > 0 ? length : -1);
      if (body && length > 0) {
        copy(content, from, until, exchange.getResponseBody());
      }
    }
  }

  private static void copy(FileChannel content, long from, long until, OutputStream to)
      throws IOException {
    var piece = ByteBuffer.allocate(PIECE);
    for (long at = from; at < until; ) {
      piece.clear().limit((int) Math.min(PIECE, until - at));
      int count = content.read(piece, at);
      if (count < 0) {
        throw new IOException("the file became shorter");
      }
      to.write(piece.array(), 0, count);
      at += count;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
