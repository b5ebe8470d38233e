package org.jiujin.sandbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

class PlatformSandboxTest {
  private static final String NEW_CERTIFICATES = ",\"names\":[\"居民身份证\",\"居民身份证照片\",\"结婚证\"]";

  @TempDir static Path folder;

  private static RunningSandbox sandbox;
  private static Calls calls;
  private static Contract contract;
  private static int used;

  private String local = "";
  private String key = "";

  @BeforeAll
  static void start() {
    sandbox = PlatformSandbox.start("--server.port=0", "--sandbox.data=" + folder);
    calls = new Calls(sandbox.address());
    contract = new Contract(new ObjectMapper());
  }

  @AfterAll
  static void stop() {
    calls.close();
    sandbox.close();
  }

  @BeforeEach
  void takeFreshNumbers() {
    used++;
    local = "6211210012026112%04d".formatted(used);
    key = UUID.randomUUID().toString();
  }

  @Test
  void saysThatItIsReady() throws Exception {
    assertMatches("Health", 200, calls.get("/health"));
  }

  @Test
  void offersChoicesAndNamesWhatItDoesNotKnow() throws Exception {
    var answer =
        assertMatches(
            "PrefillAnswer", 200, calls.post("/v1/prefill", Calls.about(Calls.PERSON, "")));
    assertEquals("mobile", answer.body().at("/unknown/0").asString());
    assertTrue(answer.body().at("/choices/0/options").size() >= 3);
    assertFalse(answer.body().at("/choices/0/source").asString().isEmpty());
  }

  @Test
  void knowsTheMobileNumberOfWhoWasBornOnThe2nd() throws Exception {
    var person = "{\"name\":\"测试\",\"idNumber\":\"%s\"}".formatted(numberOf("19900102"));
    var answer =
        assertMatches("PrefillAnswer", 200, calls.post("/v1/prefill", Calls.about(person, "")));
    assertEquals("13900000000", answer.body().at("/values/0/value").asString());
    assertEquals(0, answer.body().path("unknown").size());
  }

  @Test
  void findsCertificatesAndNamesTheMissing() throws Exception {
    var answer = query(Calls.PERSON);
    assertEquals(2, answer.body().path("certificates").size());
    assertEquals("A", answer.body().at("/certificates/0/level").asString());
    assertEquals("[\"结婚证\"]", answer.body().path("missing").toString());
  }

  @Test
  void hasNothingForWhoWasBornOnThe31stAndNoPhotoOnThe30th() throws Exception {
    var none = query("{\"name\":\"测试\",\"idNumber\":\"%s\"}".formatted(numberOf("19900131")));
    var noPhoto = query("{\"name\":\"测试\",\"idNumber\":\"%s\"}".formatted(numberOf("19900430")));
    assertEquals(0, none.body().path("certificates").size());
    assertEquals("居民身份证", noPhoto.body().at("/certificates/0/name").asString());
    assertEquals(1, noPhoto.body().path("certificates").size());
  }

  @Test
  void refusesSomebodyWhoMayBeReal() throws Exception {
    String number = "62010019900101001"; // order code 001
    var person =
        "{\"name\":\"测试\",\"idNumber\":\"%s\"}"
            .formatted(number + InventedPeople.checkCharacter(number));
    assertProblem(422, "person-not-invented", calls.post("/v1/prefill", Calls.about(person, "")));
  }

  @Test
  void findsWhatAnOfficeWouldSendBack() throws Exception {
    var answer =
        assertMatches(
            "PrecheckAnswer",
            200,
            calls.post(
                "/v1/prechecks",
                Calls.precheck(
                    "123",
                    "{\"id\":\"photo\",\"name\":\"照片\",\"source\":\"certificate\",\"level\":\"A\"}")));
    assertFalse(answer.body().path("passed").asBoolean());
    assertEquals("mobile-malformed", answer.body().at("/findings/0/code").asString());
    assertEquals("photo", answer.body().at("/findings/1/about").asString());
  }

  @Test
  void passesACompleteDraftWithANotice() throws Exception {
    var answer =
        calls.post(
            "/v1/prechecks",
            Calls.precheck(
                "13900000000",
                "{\"id\":\"photo\",\"name\":\"照片\",\"source\":\"fetch-on-arrival\",\"level\":\"A\"}"));
    assertTrue(answer.body().path("passed").asBoolean());
    assertEquals("notice", answer.body().at("/findings/0/severity").asString());
  }

  @Test
  void filesOnceAndRepeatsTheAnswer() throws Exception {
    String body = Calls.application(local, "13900000000");
    var first = assertMatches("ApplicationAccepted", 201, calls.file(key, body));
    var second = assertMatches("ApplicationAccepted", 200, calls.file(key, body));
    assertEquals(first.body(), second.body());
    assertEquals(local, first.body().path("localNumber").asString());
    assertEquals(1, entriesWith(key));
    var progress = calls.get("/v1/applications/" + first.body().path("caseNumber").asString());
    assertMatches("CaseProgress", 200, progress);
  }

  @Test
  void refusesTheSameKeyWithAnotherBody() throws Exception {
    assertEquals(201, calls.file(key, Calls.application(local, "13900000000")).status());
    assertProblem(
        409, "idempotency-key-reused", calls.file(key, Calls.application(local, "13900000001")));
  }

  @Test
  void refusesALocalNumberTwice() throws Exception {
    String body = Calls.application(local, "13900000000");
    assertEquals(201, calls.file(key, body).status());
    assertProblem(409, "local-number-taken", calls.file(UUID.randomUUID().toString(), body));
  }

  @Test
  void acceptsOnceWhenTheSameRequestComesManyTimesAtOnce() throws Exception {
    String body = Calls.application(local, "13900000000");
    List<Callable<Integer>> tries =
        List.of(() -> status(body), () -> status(body), () -> status(body));
    try (var pool = Executors.newFixedThreadPool(3)) {
      var statuses =
          pool.invokeAll(tries).stream()
              .map(java.util.concurrent.Future::resultNow)
              .sorted()
              .toList();
      assertEquals(List.of(200, 200, 201), statuses);
    }
    assertEquals(1, entriesWith(key));
  }

  private int status(String body) throws IOException, InterruptedException {
    return calls.file(key, body).status();
  }

  @Test
  void namesWhatIsWrongWithoutRepeatingIt() throws Exception {
    var answer =
        calls.file(
            key, Calls.application(local, "1").replace("620100199001010000", "62010019900101000"));
    assertProblem(400, "contract-broken", answer);
    assertEquals("/applicant/idNumber", answer.body().at("/errors/0/pointer").asString());
    assertEquals("pattern", answer.body().at("/errors/0/rule").asString());
    assertFalse(answer.body().toString().contains("62010019900101000"));
  }

  @Test
  void refusesWhatIsNotJsonHasNoKeyOrNoAddress() throws Exception {
    assertAll(
        () -> assertProblem(400, "bad-request", calls.file(key, "{")),
        () -> assertProblem(400, "idempotency-key-missing", calls.post("/v1/applications", "{}")),
        () ->
            assertProblem(
                404, "case-unknown", calls.get("/v1/applications/6200002026112312100100019")),
        () -> assertProblem(404, "not-found", calls.get("/v2/nothing")),
        () -> assertProblem(400, "bad-request", calls.get("/v1/prefill")));
  }

  @Test
  void takesOneRatingPerCaseAndWantsAReasonForABadOne() throws Exception {
    assertEquals(201, calls.file(key, Calls.application(local, "13900000000")).status());
    String good = Calls.rating(local, 5, "");
    String bad = Calls.rating(local, 2, "");
    String other = UUID.randomUUID().toString();
    assertProblem(422, "reason-missing", calls.rate(other, bad));
    assertMatches("RatingRecorded", 201, calls.rate(key, good));
    assertMatches("RatingRecorded", 200, calls.rate(key, good));
    assertProblem(409, "already-rated", calls.rate(other, Calls.rating(local, 1, "\"太慢\"")));
    assertProblem(
        404, "case-unknown", calls.rate(other, Calls.rating("62112100120261123999", 5, "")));
  }

  @Test
  void failsOnDemandAndRecovers() throws Exception {
    order("{\"kind\":\"error\",\"remaining\":1}");
    assertProblem(503, "platform-unavailable", calls.get("/v1/applications/1"));
    assertProblem(404, "case-unknown", calls.get("/v1/applications/1"));
  }

  @Test
  void isSlowOnDemand() throws Exception {
    order("{\"kind\":\"slow\",\"delayMillis\":300}");
    long start = System.nanoTime();
    assertEquals(404, calls.get("/v1/applications/1").status());
    assertTrue(System.nanoTime() - start >= 300_000_000L);
  }

  @Test
  void dropsTheLineAfterAcceptingOnDemand() throws Exception {
    order("{\"kind\":\"drop-after-accept\"}");
    String body = Calls.application(local, "13900000000");
    assertThrows(IOException.class, () -> calls.file(key, body));
    assertEquals(1, entriesWith(key));
    assertEquals(200, calls.file(key, body).status());
  }

  @Test
  void goesOnListingHoweverOftenItIsAsked() throws Exception {
    for (int i = 0; i < 30; i++) { // more often than there are database connections
      assertMatches("Received", 200, calls.get("/sandbox/applications"));
    }
  }

  @Test
  void refusesAnUnknownFault() throws Exception {
    assertProblem(400, "contract-broken", calls.post("/sandbox/faults", "{\"kind\":\"flood\"}"));
  }

  private static void order(String fault) throws IOException, InterruptedException {
    assertEquals(204, calls.post("/sandbox/faults", fault).status());
  }

  private static Calls.Answer query(String person) throws IOException, InterruptedException {
    return assertMatches(
        "CertificateAnswer",
        200,
        calls.post("/v1/certificates/query", Calls.about(person, NEW_CERTIFICATES)));
  }

  private static long entriesWith(String key) throws IOException, InterruptedException {
    var received = assertMatches("Received", 200, calls.get("/sandbox/applications"));
    return received
        .body()
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("idempotencyKey").asString().equals(key))
        .count();
  }

  private static String numberOf(String birth) {
    String start = "620100" + birth + "000";
    return start + InventedPeople.checkCharacter(start);
  }

  private static Calls.Answer assertMatches(String schema, int status, Calls.Answer answer) {
    assertEquals(status, answer.status(), answer.body()::toString);
    assertEquals(List.of(), contract.violations(answer.body(), schema));
    return answer;
  }

  private static void assertProblem(int status, String code, Calls.Answer answer) {
    assertMatches("Problem", status, answer);
    assertEquals(code, answer.code());
    assertTrue(answer.type().startsWith("application/problem+json"), answer.type());
  }
}
