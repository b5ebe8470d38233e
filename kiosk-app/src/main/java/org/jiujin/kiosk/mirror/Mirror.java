package org.jiujin.kiosk.mirror;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the live screen on the loopback address: `/` a page that can be touched, `/screen.png`, `/frames`, `/nodes`,
/// `/touch`, `/health`.
///
/// The pictures hold personal data, so nothing is ever served on another address, and no answer may be stored. Requests
/// are few and small; every wait for the FX thread is bounded.
public final class Mirror implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Mirror.class);
  private static final Duration FX_PATIENCE = Duration.ofSeconds(3);
  private static final Duration FRAME_PATIENCE = Duration.ofSeconds(10);
  private static final Duration FRAME_GAP = Duration.ofMillis(100);
  private static final int THREADS = 6;
  private static final int BACKLOG = 16;
  private static final int LONGEST_REQUEST = 1000;
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PNG = "image/png";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("mirror-", 1).factory());
  private final FxCalls fx = new FxCalls(FX_PATIENCE);
  private final Source source;
  private final Pictures pictures;
  private final TouchInjector touches;
  private final TapPace pace = new TapPace();
  private volatile boolean closed;

  /// What is mirrored.
  ///
  /// @param root the kiosk's root, 1080 × 1920
  /// @param screen the name of the screen at hand, from any thread
  /// @param ready whether the app can serve a resident
  public record Source(Parent root, Supplier<String> screen, BooleanSupplier ready) {}

  private Mirror(HttpServer server, Source source) {
    this.server = server;
    this.source = source;
    pictures = new Pictures(source.root(), fx);
    touches = new TouchInjector(source.root());
  }

  /// Starts serving.
  ///
  /// @param port 0 for any free one
  /// @throws IOException if the port is taken
  public static Mirror start(int port, Source source) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var mirror = new Mirror(HttpServer.create(address, BACKLOG), source);
    mirror.open();
    return mirror;
  }

  /// The port that is served.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Stops serving; requests under way are cut off.
  @Override
  public void close() {
    closed = true;
    server.stop(0);
    threads.shutdownNow();
  }

  private void open() {
    server.createContext("/", exchange -> handle(exchange, this::page));
    server.createContext("/health", exchange -> handle(exchange, this::health));
    server.createContext("/screen.png", exchange -> handle(exchange, this::screen));
    server.createContext("/frames", exchange -> handle(exchange, this::frames));
    server.createContext("/nodes", exchange -> handle(exchange, this::nodes));
    server.createContext("/touch", exchange -> handle(exchange, this::touch));
    server.setExecutor(threads);
    server.start();
    log.info("Mirror of the screen on port {}", port());
  }

  private interface Handler {
    Answer answer(HttpExchange exchange) throws IOException, TimeoutException, InterruptedException;
  }

  private static final class Answer {
    private final int status;
    private final String type;
    private final byte[] body;

    private Answer(int status, String type, byte[] body) {
      this.status = status;
      this.type = type;
      this.body = body;
    }

    private static Answer text(int status, String words) {
      return new Answer(
          status, "text/plain; charset=utf-8", words.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void handle(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange, handler);
      exchange.getResponseHeaders().set("Content-Type", answer.type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      boolean empty = answer.body.length == 0;
      exchange.sendResponseHeaders(answer.status, empty ? -1 : answer.body.length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body);
      }
    }
  }

  private static Answer answer(HttpExchange exchange, Handler handler) throws IOException {
    try {
      return handler.answer(exchange);
    } catch (TimeoutException e) {
      return Answer.text(503, "The screen does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.text(503, "Closing");
    }
  }

  private Answer page(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/")) {
      return Answer.text(404, "Not here");
    }
    try (var page = Objects.requireNonNull(Mirror.class.getResourceAsStream("/mirror.html"))) {
      return new Answer(200, "text/html; charset=utf-8", page.readAllBytes());
    }
  }

  private Answer health(HttpExchange exchange) throws TimeoutException, InterruptedException {
    boolean painting = fx.call(() -> source.root().getScene() != null);
    return painting && source.ready().getAsBoolean()
        ? Answer.text(200, "ready")
        : Answer.text(503, "starting");
  }

  private Answer screen(HttpExchange exchange) throws TimeoutException, InterruptedException {
    return new Answer(200, PNG, pictures.now().png());
  }

  private Answer nodes(HttpExchange exchange) throws TimeoutException, InterruptedException {
    String json = fx.call(() -> NodeList.json(source.root(), source.screen().get()));
    return new Answer(200, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  private Answer touch(HttpExchange exchange)
      throws IOException, TimeoutException, InterruptedException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answer.text(405, "POST a touch");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
    Optional<Touch> touch = Touch.parse(new String(body, StandardCharsets.UTF_8));
    if (touch.isEmpty()) {
      return Answer.text(
          400, "A touch is {\"x\":540,\"y\":900,\"kind\":\"press|drag|release|tap\"}");
    }
    pace.await(touch.get());
    fx.call(() -> {
      touches.touch(touch.get());
      return true;
    });
    return new Answer(204, JSON, new byte[0]);
  }

  /// Long poll: the first picture whose number is larger than `since`, or 204 when none comes in time.
  private Answer frames(HttpExchange exchange) throws TimeoutException, InterruptedException {
    long since = since(exchange.getRequestURI().getQuery());
    long deadline = System.nanoTime() + FRAME_PATIENCE.toNanos();
    while (!closed && System.nanoTime() < deadline) {
      Pictures.Frame frame = pictures.recent();
      if (frame.number() > since) {
        exchange.getResponseHeaders().set("X-Frame", Long.toString(frame.number()));
        return new Answer(200, PNG, frame.png());
      }
      LockSupport.parkNanos(FRAME_GAP.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return new Answer(204, PNG, new byte[0]);
  }

  private static long since(@Nullable String query) {
    return query != null && query.matches("since=\\d{1,18}")
        ? Long.parseLong(query.substring("since=".length()))
        : 0;
  }
}
