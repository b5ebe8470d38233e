package org.jiujin.kiosk.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiujin.kiosk.material.TrustLevel;
import org.jiujin.kiosk.platform.PlatformReply.Cause;
import org.jiujin.sandbox.PlatformSandbox;
import org.jiujin.sandbox.RunningSandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The shipped client against the real sandbox.
class HttpPlatformTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Description DESCRIPTION = new Description();

  @TempDir static Path folder;

  private static RunningSandbox sandbox;
  private static ProvincialPlatform platform;
  private static int used;

  private String key = "";
  private String local = "";

  @BeforeAll
  static void start() {
    sandbox = PlatformSandbox.start("--server.port=0", "--sandbox.data=" + folder);
    platform = ProvincialPlatform.at(sandbox.address());
  }

  @AfterAll
  static void stop() {
    platform.close();
    sandbox.close();
  }

  @BeforeEach
  void takeFreshNumbers() {
    used++;
    key = UUID.randomUUID().toString();
    local = "6211210012026112%04d".formatted(used);
  }

  @Test
  void writesEveryRequestAsTheDescriptionWantsIt() {
    DESCRIPTION.assertMatches(
        "PrefillRequest", PlatformRequests.prefill(PlatformRequests.PERSON).json());
    DESCRIPTION.assertMatches("CertificateQuery", PlatformRequests.certificates().json());
    DESCRIPTION.assertMatches("PrecheckRequest", PlatformRequests.precheck("13900000000").json());
    DESCRIPTION.assertMatches(
        "ApplicationRequest", PlatformRequests.application(local, null).json());
    DESCRIPTION.assertMatches(
        "ApplicationRequest", PlatformRequests.application(local, LocalDate.of(2040, 1, 1)).json());
    DESCRIPTION.assertMatches("RatingRequest", PlatformRequests.rating(local, 5).json());
  }

  @Test
  void readsWhatIsKnownAboutAPerson() {
    var answer =
        answered(
            "PrefillAnswer", platform.prefill(PlatformRequests.prefill(PlatformRequests.PERSON)));
    assertEquals(List.of("mobile"), answer.unknown());
    assertFalse(answer.choices().getFirst().options().isEmpty());
    assertFalse(answer.consentId().isEmpty());
  }

  @Test
  void readsCertificates() {
    var answer =
        answered("CertificateAnswer", platform.certificates(PlatformRequests.certificates()));
    assertEquals(2, answer.certificates().size());
    assertEquals(TrustLevel.A, answer.certificates().getFirst().level());
    assertEquals(List.of("结婚证"), answer.missing());
  }

  @Test
  void readsFindings() {
    assertTrue(
        answered("PrecheckAnswer", platform.precheck(PlatformRequests.precheck("13900000000")))
            .passed());
    var found = answered("PrecheckAnswer", platform.precheck(PlatformRequests.precheck("1")));
    assertFalse(found.passed());
    assertTrue(found.findings().getFirst().isError());
  }

  @Test
  void filesRepeatsAndFollowsACase() {
    byte[] body = PlatformRequests.application(local, null).json();
    var first = answered("ApplicationAccepted", platform.file(key, body, LIMIT));
    var again = assertInstanceOf(PlatformReply.Answered.class, platform.file(key, body, LIMIT));
    assertTrue(again.repeated());
    assertEquals(first, again.answer());
    assertEquals(
        local, answered("CaseProgress", platform.progress(first.caseNumber())).localNumber());
    answered("RatingRecorded", platform.rate(key, PlatformRequests.rating(local, 5).json(), LIMIT));
  }

  @Test
  void tellsARefusalWithoutTheValue() {
    var unborn = new PlatformRequest.Person("测试", "620100199001010001");
    var refused =
        assertInstanceOf(
            PlatformReply.Refused.class, platform.prefill(PlatformRequests.prefill(unborn)));
    assertEquals("person-not-invented", refused.problem().code());
    assertEquals(422, refused.problem().status());
    var wrong = platform.prefill(PlatformRequests.prefill(new PlatformRequest.Person("测试", "1")));
    var broken = assertInstanceOf(PlatformReply.Refused.class, wrong);
    assertEquals(List.of("/person/idNumber"), broken.problem().pointers());
  }

  @Test
  void saysWhyThereWasNoAnswer() throws Exception {
    order("{\"kind\":\"error\"}");
    assertEquals(Cause.OUT_OF_SERVICE, causeOf(platform.progress("1")));
    order("{\"kind\":\"slow\",\"delayMillis\":3000}");
    byte[] body = PlatformRequests.application(local, null).json();
    assertEquals(Cause.TIMED_OUT, causeOf(platform.file(key, body, Duration.ofMillis(300))));
    order("{\"kind\":\"drop-after-accept\"}");
    assertEquals(Cause.LINE_LOST, causeOf(platform.file(key, body, LIMIT)));
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (var nobody = ProvincialPlatform.at(URI.create("http://127.0.0.1:" + port))) {
      assertEquals(Cause.NOT_CONNECTED, causeOf(nobody.progress("1")));
    }
  }

  @Test
  void answersAfterCloseThatItIsClosed() {
    var closed = ProvincialPlatform.at(sandbox.address());
    closed.close();
    assertEquals(Cause.CLOSED, causeOf(closed.progress("1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>Sign in to this network</html>", "{}", "{\"caseNumber\":null}", ""})
  void doesNotTakeAnythingElseForAnAnswer(String text) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try (var portal =
        ProvincialPlatform.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
      assertEquals(Cause.UNREADABLE_ANSWER, causeOf(portal.progress("1")));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void masksWhatIsPersonal() {
    String all =
        PlatformRequests.prefill(PlatformRequests.PERSON)
            + PlatformRequests.application(local, null).toString()
            + PlatformRequests.application(local, null).applicant()
            + PlatformRequests.precheck("13900000000");
    assertFalse(
        all.contains("测试") || all.contains("620100199001010000") || all.contains("13900000000"),
        all);
  }

  /// The answer, after holding what the client's type carries against the description: a member that the type forgot
  /// would be missing.
  private static <T> T answered(String schema, PlatformReply<T> reply) {
    if (reply instanceof PlatformReply.Answered<T>(var answer, _)) {
      DESCRIPTION.assertMatches(schema, JsonMapper.shared().writeValueAsBytes(answer));
      return answer;
    }
    throw new AssertionError("expected an answer, but " + reply);
  }

  private static Cause causeOf(PlatformReply<?> reply) {
    return assertInstanceOf(PlatformReply.Unreachable.class, reply).cause();
  }

  private static void order(String fault) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(sandbox.address().resolve("/sandbox/faults"))
              .POST(HttpRequest.BodyPublishers.ofString(fault))
              .timeout(LIMIT)
              .build();
      assertEquals(204, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    }
  }
}
