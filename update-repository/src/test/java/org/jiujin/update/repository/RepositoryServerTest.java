package org.jiujin.update.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RepositoryServerTest {
  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private RepositoryServer server;

  @BeforeEach
  void start() throws Exception {
    var layout = new Layout(folder);
    Files.createDirectories(layout.metadata());
    Files.createDirectories(layout.staged());
    Files.writeString(layout.timestamp(), "{}");
    Files.writeString(layout.metadata("root", 1), "0123456789");
    Files.writeString(layout.staged("root"), "secret");
    Files.writeString(folder.resolve("beside"), "secret");
    server = RepositoryServer.start(layout, 0);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void servesAFile() throws Exception {
    HttpResponse<String> answer = get("metadata/1.root.json", "");
    assertEquals(200, answer.statusCode());
    assertEquals("0123456789", answer.body());
    assertTrue(header(answer, "Cache-Control").contains("immutable"));
    assertEquals("no-cache", header(get("metadata/timestamp.json", ""), "Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-, 206, 0123456789, bytes 0-9/10",
    "bytes=4-, 206, 456789, bytes 4-9/10",
    "bytes=4-5, 206, 45, bytes 4-5/10",
    "bytes=9-99, 206, 9, bytes 9-9/10",
    "bytes=10-, 416, '', bytes */10",
    "bytes=5-4, 416, '', bytes */10",
    "bytes=-3, 200, 0123456789, ''",
    "lines=1-, 200, 0123456789, ''"
  })
  void servesFromAByteOn(String range, int status, String body, String told) throws Exception {
    HttpResponse<String> answer = get("metadata/1.root.json", range);
    assertEquals(status, answer.statusCode());
    assertEquals(body, answer.body());
    assertEquals(told, header(answer, "Content-Range"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "metadata",
        "metadata/",
        "metadata/2.root.json",
        "../beside",
        "%2e%2e/beside",
        "metadata/%2e%2e/%2e%2e/beside",
        "..%2fstaged%2froot.json",
        "%2fetc%2fpasswd",
        "a%00b"
      })
  void servesNothingElse(String path) throws Exception {
    assertEquals(404, get(path, "").statusCode());
  }

  @Test
  void changesNothing() throws Exception {
    HttpRequest put =
        HttpRequest.newBuilder(address("metadata/1.root.json"))
            .PUT(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertEquals(405, client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode());
    HttpRequest head = HttpRequest.newBuilder(address("metadata/1.root.json")).HEAD().build();
    HttpResponse<String> answer = client.send(head, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    assertEquals("10", header(answer, "Content-Length"));
  }

  private HttpResponse<String> get(String path, String range) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30));
    if (!range.isEmpty()) {
      request.header("Range", range);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create(server.address() + path);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
