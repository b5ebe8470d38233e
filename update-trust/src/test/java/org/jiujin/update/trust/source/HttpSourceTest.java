package org.jiujin.update.trust.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against real servers that misbehave.
class HttpSourceTest {
  private static final Pace PATIENT =
      new Pace(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), 1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server = server();

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    client.shutdownNow();
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void bringsAFileToTheLastByteOfTheLimit() throws FetchFailed {
    serve(exchange -> answer(exchange, 200, new byte[1000]));
    assertArrayEquals(new byte[1000], fetch(PATIENT, 1000));
  }

  @Test
  void cutsOffWhatIsLonger() {
    serve(exchange -> answer(exchange, 200, new byte[1001]));
    assertEquals(FetchFailed.Kind.TOO_LONG, fails(PATIENT, 1000));
  }

  @Test
  void goesOnFromAByte() throws Exception {
    var asked = new AtomicReference<String>();
    serve(exchange -> {
      asked.set(exchange.getRequestHeaders().getFirst("Range"));
      exchange.getResponseHeaders().set("Content-Range", "bytes 3-5/6");
      answer(exchange, 206, new byte[] {3, 4, 5});
    });
    assertArrayEquals(new byte[] {3, 4, 5}, rest(3, 3));
    assertEquals("bytes=3-", asked.get());
    assertThrows(FetchFailed.class, () -> rest(2, 4), "another range than the one asked for");
    assertThrows(FetchFailed.class, () -> fetch(PATIENT, 6), "a range that nobody asked for");
  }

  @Test
  void passesOverWhatAServerWithoutRangesSendsAgain() throws Exception {
    serve(exchange -> answer(exchange, 200, new byte[] {0, 1, 2, 3, 4, 5}));
    assertArrayEquals(new byte[] {3, 4, 5}, rest(3, 3));
    FetchFailed longer = assertThrows(FetchFailed.class, () -> rest(3, 2));
    assertEquals(FetchFailed.Kind.TOO_LONG, longer.kind());
  }

  @Test
  void failsWhereTheFileEndsBefore() {
    serve(exchange -> answer(exchange, 416, new byte[0]));
    FetchFailed failed = assertThrows(FetchFailed.class, () -> rest(7, 1));
    assertEquals(FetchFailed.Kind.UNREACHABLE, failed.kind());
  }

  @Test
  void cutsOffEndlessData() {
    serve(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream body = exchange.getResponseBody()) {
        while (end.getCount() > 0) {
          body.write(new byte[8192]);
        }
      }
    });
    assertEquals(FetchFailed.Kind.TOO_LONG, fails(PATIENT, 100_000));
  }

  @Test
  void givesUpOnAServerThatStallsInTheMiddle() {
    serve(this::tenBytesAndThenNothing);
    var pace = new Pace(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(200), 1);
    assertEquals(FetchFailed.Kind.TOO_SLOW, fails(pace, 1000));
  }

  @Test
  void givesUpOnAServerThatDribbles() {
    serve(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream body = exchange.getResponseBody()) {
        while (!awaitEnd(Duration.ofMillis(20))) {
          body.write(1);
          body.flush();
        }
      }
    });
    var pace =
        new Pace(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMillis(500), 100_000);
    assertEquals(FetchFailed.Kind.TOO_SLOW, fails(pace, 1_000_000));
  }

  @Test
  void givesUpWhenTheWholeTakesTooLong() {
    serve(this::tenBytesAndThenNothing);
    var pace = new Pace(Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofSeconds(60), 1);
    assertEquals(FetchFailed.Kind.TOO_SLOW, fails(pace, 1000));
  }

  @Test
  void givesUpOnAServerThatDoesNotAnswer() {
    serve(_ -> awaitEnd(Duration.ofSeconds(60)));
    var pace = new Pace(Duration.ofMillis(300), Duration.ofSeconds(60), Duration.ofSeconds(60), 1);
    assertEquals(FetchFailed.Kind.UNREACHABLE, fails(pace, 1000));
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() {
    server.stop(0);
    assertEquals(FetchFailed.Kind.UNREACHABLE, fails(PATIENT, 1000));
  }

  @Test
  void anAnswerThatBreaksOffIsAFailure() {
    serve(exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
      throw new IOException("breaks off");
    });
    assertEquals(FetchFailed.Kind.UNREACHABLE, fails(PATIENT, 1000));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void saysThatThereIsNoFile(int status) throws FetchFailed {
    serve(exchange -> answer(exchange, status, new byte[500]));
    assertTrue(source(PATIENT).fetch(RepositoryPath.file("file"), 10).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 302, 206})
  void anotherAnswerIsAFailure(int status) {
    serve(exchange -> answer(exchange, status, new byte[5]));
    assertEquals(FetchFailed.Kind.UNREACHABLE, fails(PATIENT, 1000));
  }

  @Test
  void aFullDiskIsNotTheRepositorysFault() {
    serve(exchange -> answer(exchange, 200, new byte[10]));
    var full =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException("no space left");
          }
        };
    IOException failed =
        assertThrows(
            IOException.class,
            () -> source(PATIENT).fetch(RepositoryPath.file("file"), 1000L, full));
    assertEquals("no space left", failed.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "#a", "/role", "../role", "a b:c", "..", "角"})
  void asksForEveryNameAsItIs(String name) throws FetchFailed {
    var asked = new AtomicReference<>("");
    serve(exchange -> {
      asked.set(exchange.getRequestURI().getRawPath());
      answer(exchange, 200, new byte[1]);
    });
    var path = new RepositoryPath(List.of("a", name));
    assertTrue(source(PATIENT).fetch(path, 10).isPresent());
    assertEquals("/base/a/" + path.encoded().substring(2), asked.get());
    assertEquals(name, URLDecoder.decode(asked.get().substring(8), StandardCharsets.UTF_8));
  }

  private void tenBytesAndThenNothing(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(new byte[10]);
      body.flush();
      awaitEnd(Duration.ofSeconds(60));
    }
  }

  private boolean awaitEnd(Duration most) {
    try {
      return end.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true; // the server is being stopped
    }
  }

  private void serve(HttpHandler handler) {
    server.createContext("/base/", handler);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private HttpSource source(Pace pace) {
    int port = server.getAddress().getPort();
    return new HttpSource(client, URI.create("http://127.0.0.1:%d/base".formatted(port)), pace);
  }

  private byte[] fetch(Pace pace, int most) throws FetchFailed {
    return source(pace).fetch(RepositoryPath.file("file"), most).orElseThrow();
  }

  private byte[] rest(long from, long most) throws FetchFailed, IOException {
    var rest = new ByteArrayOutputStream();
    assertTrue(source(PATIENT).fetch(RepositoryPath.file("file"), from, most, rest));
    return rest.toByteArray();
  }

  private FetchFailed.Kind fails(Pace pace, int most) {
    return assertThrows(FetchFailed.class, () -> fetch(pace, most)).kind();
  }
}
