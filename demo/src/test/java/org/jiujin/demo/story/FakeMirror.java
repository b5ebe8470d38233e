package org.jiujin.demo.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mirror that shows what a test says and remembers the touches.
final class FakeMirror implements AutoCloseable {
  static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;
  private final List<String> touches = new CopyOnWriteArrayList<>();
  private volatile String look = "{\"screen\":\"attract\",\"nodes\":[]}";

  FakeMirror(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/nodes", exchange -> answer(exchange, look.getBytes(StandardCharsets.UTF_8)));
    server.createContext("/screen.png", exchange -> answer(exchange, PICTURE));
    server.createContext(
        "/touch",
        exchange -> {
          touches.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  void shows(String json) {
    look = json;
  }

  List<String> touches() {
    return List.copyOf(touches);
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
