package org.jiujin.device.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bench over HTTP, on the loopback address only.
final class BenchServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BenchServer.class);
  private static final Pattern STRIP = Pattern.compile("/receipt/strips/(\\d{1,4})\\.(png|txt)");

  private final Bench bench;
  private final String page;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private BenchServer(Bench bench, HttpServer server) throws IOException {
    this.bench = bench;
    this.page = BenchPage.html();
    this.server = server;
  }

  /// @param port 0 for any free one
  static BenchServer start(Bench bench, int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var started = new BenchServer(bench, HttpServer.create(address, 0));
    started.server.setExecutor(started.threads);
    started.server.createContext("/", started::handle);
    started.server.start();
    return started;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange, exchange.getRequestURI().getPath());
        case "POST" -> post(exchange, exchange.getRequestURI().getPath());
        default -> status(exchange, 405);
      }
    } catch (RuntimeException mistake) { // the page must survive a mistake of its maker
      LOG.error("The bench could not answer {}", exchange.getRequestURI().getPath(), mistake);
    }
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    var strip = STRIP.matcher(path);
    if (strip.matches()) {
      strip(exchange, Integer.parseInt(strip.group(1)), strip.group(2));
      return;
    }
    switch (path) {
      case "/" -> text(exchange, "text/html; charset=utf-8", page);
      case "/health" -> text(exchange, "text/plain; charset=utf-8", "ok");
      case "/font.ttf" -> send(exchange, "font/ttf", bench.fontFile());
      case "/state" -> text(exchange, "application/json", bench.state());
      default -> status(exchange, 404);
    }
  }

  /// A form on another site could post here too; its browser then says where it comes from.
  private void post(HttpExchange exchange, String path) throws IOException {
    var origin = exchange.getRequestHeaders().getFirst("Origin");
    var host = exchange.getRequestHeaders().getFirst("Host");
    if (origin != null && !origin.equals("http://" + host)) {
      status(exchange, 403);
      return;
    }
    status(exchange, bench.act(path.substring(1)) ? 204 : 404);
  }

  private void strip(HttpExchange exchange, int number, String form) throws IOException {
    if (form.equals("txt")) {
      var text = bench.printer().text(number);
      if (text.isPresent()) {
        text(exchange, "text/plain; charset=utf-8", text.get());
        return;
      }
    } else {
      var picture = bench.printer().picture(number);
      if (picture.isPresent()) {
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture.get(), "png", png);
        send(exchange, "image/png", png.toByteArray());
        return;
      }
    }
    status(exchange, 404);
  }

  private static void text(HttpExchange exchange, String type, String text) throws IOException {
    send(exchange, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void status(HttpExchange exchange, int code) throws IOException {
    exchange.sendResponseHeaders(code, -1);
  }
}
