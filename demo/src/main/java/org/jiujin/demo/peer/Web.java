package org.jiujin.demo.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Talks HTTP with one process. Every call has a limit of [#ANSWER_LIMIT] and throws [UncheckedIOException] when there
/// is no answer, or one that is not a success; the message names the request and the status, never the body.
final class Web implements AutoCloseable {
  static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_LIMIT)
          .build();

  /// @param base without a path, `http://127.0.0.1:8791` for example
  Web(URI base) {
    this.base = base;
  }

  byte[] bytes(String path) {
    return send("GET", path, "");
  }

  String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  <T> T json(String path, Class<T> type) {
    byte[] answer = bytes(path);
    try {
      return JSON.readValue(answer, type);
    } catch (JacksonException unexpected) {
      // its own message quotes the answer, which may hold personal data
      throw new UncheckedIOException(
          new IOException(
              "GET " + base.resolve(path) + " is not the JSON of a " + type.getSimpleName()));
    }
  }

  void post(String path) {
    send("POST", path, "");
  }

  void postJson(String path, Object body) {
    send("POST", path, JSON.writeValueAsString(body));
  }

  private byte[] send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER_LIMIT)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    String what = method + " " + base.resolve(path);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new UncheckedIOException(new IOException(what + " answered " + answer.statusCode()));
      }
      return answer.body();
    } catch (IOException silent) {
      throw new UncheckedIOException(what + ": no answer", silent);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(what + " was interrupted", stopping));
    }
  }

  @Override
  public void close() {
    http.shutdownNow(); // close() would wait for answers nobody needs any more
  }
}
