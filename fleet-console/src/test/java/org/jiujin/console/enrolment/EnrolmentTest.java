package org.jiujin.console.enrolment;

import static org.jiujin.console.enrolment.EnrollingConsole.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jiujin.console.enrolment.Enrolments.Lookup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Terminals of the agent and requests made by openssl, at the whole console: real TLS, real database, real pages.
class EnrolmentTest {
  @TempDir private static Path shared;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static EnrollingConsole console;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static HttpClient http;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    console = new EnrollingConsole(shared.resolve("console"), "90d");
    http = HttpClient.newBuilder().sslContext(trusting(console.authorityFile())).build();
  }

  @AfterAll
  static void stop() {
    http.close();
    console.close();
  }

  @Test
  void givesACertificateToTheTerminalWhoseCodeTheOperatorTypes() throws Exception {
    try (var terminal = new EnrollingTerminal(console, "T621121001", folder)) {
      until("a code on the screen", () -> !terminal.code().isEmpty());
      String code = terminal.code();
      assertFalse(Files.exists(terminal.file()), "nobody has accepted it");
      String page = console.page();
      assertTrue(page.contains("T621121001") && page.contains("通渭县"), page);
      assertFalse(page.contains(code), "the operator reads it from the terminal's screen");

      HttpResponse<String> found =
          console.post(
              "/enrolment/find", "code=" + code.toLowerCase(Locale.ROOT), console.origin());
      assertTrue(found.body().contains("T621121001"), found.body());
      String id = found.body().replaceAll("(?s).*name=\"id\" value=\"(\\d+)\".*", "$1");
      String form = "code=" + code + "&id=" + id + "&group=GS-621121";
      assertEquals(
          403, console.post("/enrolment/accept", form, "http://evil.example").statusCode());
      assertEquals(302, console.post("/enrolment/accept", form, console.origin()).statusCode());
      assertInstanceOf(Lookup.Unknown.class, console.enrolments().find(code), "the code is spent");

      until("a certificate", () -> Files.exists(terminal.file()));
      until("nothing on the screen", () -> terminal.code().isEmpty());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(terminal.file())));
      String verified =
          openssl(
              "verify",
              "-x509_strict",
              "-purpose",
              "sslclient",
              "-CAfile",
              console.authorityFile().toString(),
              terminal.file().toString());
      assertTrue(verified.contains(": OK"), verified);
      String subject = openssl("x509", "-noout", "-subject", "-in", terminal.file().toString());
      assertTrue(subject.matches("(?s).*OU ?= ?GS-621121, ?CN ?= ?T621121001\\s*"), subject);
      until("the page", () -> pageHas("签发证书"));
    }
  }

  @Test
  void aCodeBelongsToTheKeyThatCameWithItFirst() throws Exception {
    try (var terminal = new EnrollingTerminal(console, "T621121002", folder)) {
      until("a code on the screen", () -> !terminal.code().isEmpty());
      // somebody reads the screen and comes with a key of his own
      HttpResponse<String> thief =
          enrol("T621121002", terminal.code(), request("T621121002", "EC", "P-256"));
      assertEquals(403, thief.statusCode());
      assertTrue(pageHas("另一把密钥"));
      assertInstanceOf(Lookup.Found.class, console.enrolments().find(terminal.code()));
    }
  }

  @Test
  void aTerminalThatIsTurnedDownMakesAnotherCode() {
    try (var terminal = new EnrollingTerminal(console, "T621121003", folder)) {
      until("a code on the screen", () -> !terminal.code().isEmpty());
      String first = terminal.code();
      var found = (Lookup.Found) console.enrolments().find(first);
      console.enrolments().dismiss(found.pending().id(), "console");
      until("another code", () -> !terminal.code().isEmpty() && !terminal.code().equals(first));
      assertNotEquals(first, terminal.code());
    }
  }

  @Test
  void waitsWithA202AndSaysWhenToAskAgain() throws Exception {
    String request = request("T621121004", "EC", "P-256");
    HttpResponse<String> answer = enrol("T621121004", "AAAA-CCCC", request);
    assertEquals(202, answer.statusCode());
    assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
    assertEquals(202, enrol("T621121004", "AAAA-CCCC", request).statusCode());
    HttpResponse<String> other = enrol("T621121004", "AAAA-DDDD", request);
    assertEquals(401, other.statusCode(), other.body());
    assertTrue(other.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
  }

  @Test
  void refusesInClearWords() throws Exception {
    assertEquals(
        "only keys on P-256 are taken\n",
        enrol("T1", "AAAA-EEEE", request("T1", "RSA", "")).body());
    assertEquals(
        "only keys on P-256 are taken\n",
        enrol("T1", "AAAA-EEEE", request("T1", "EC", "P-384")).body());
    String good = request("T1", "EC", "P-256");
    byte[] der = Base64.getMimeDecoder().decode(good);
    der[der.length - 5] ^= 1;
    HttpResponse<String> forged = enrol("T1", "AAAA-EEEE", Base64.getEncoder().encodeToString(der));
    assertEquals(400, forged.statusCode());
    assertTrue(forged.body().contains("sign"), forged.body());
    assertEquals(400, enrol("T2", "AAAA-EEEE", good).statusCode(), "for somebody else");
    assertEquals(400, enrol("T1", "AAAA-EEEE", "bm9uc2Vuc2U=").statusCode());
    assertEquals(400, enrol("T1", "AAAA-EEEE", "b").statusCode(), "not even Base64");
    assertEquals(401, enrol("T1", "guess", good).statusCode());
    assertEquals(413, enrol("T1", "AAAA-EEEE", "A".repeat(9000)).statusCode());
    assertEquals(403, post("/simplereenroll", good, "").statusCode(), "without a certificate");
    assertEquals(405, get("/simpleenroll").statusCode());
    assertEquals(404, get("/fullcmc").statusCode());
  }

  @Test
  void boundsWhatWaitsForOneTerminal() throws Exception {
    for (String code : List.of("CCCC-AAAA", "CCCC-CCCC", "CCCC-DDDD")) {
      assertEquals(
          202, enrol("T621121005", code, request("T621121005", "EC", "P-256")).statusCode());
    }
    HttpResponse<String> more =
        enrol("T621121005", "CCCC-EEEE", request("T621121005", "EC", "P-256"));
    assertEquals(503, more.statusCode());
    assertEquals("60", more.headers().firstValue("Retry-After").orElse(""));
  }

  @Test
  void opensslReadsTheAuthority() throws Exception {
    HttpResponse<String> answer = get("/cacerts");
    assertEquals(
        "application/pkcs7-mime; smime-type=certs-only",
        answer.headers().firstValue("Content-Type").orElse("").replace(";smime", "; smime"));
    Path der = folder.resolve("cacerts.p7");
    Files.write(der, Base64.getMimeDecoder().decode(answer.body()));
    String text = openssl("pkcs7", "-inform", "DER", "-in", der.toString(), "-print_certs");
    assertTrue(text.contains("Jiujin terminals"), text);
    String kept = Files.readString(console.authorityFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
    assertTrue(text.replaceAll("\\s", "").contains(kept), text);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(console.authorityFile().resolveSibling("ca.key"))));
  }

  private static boolean pageHas(String text) {
    try {
      return console.page().contains(text);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A request made by openssl, as Base64.
  private String request(String name, String kind, String curve) throws Exception {
    Path key = folder.resolve("foreign.key");
    String option = kind.equals("EC") ? "ec_paramgen_curve:" + curve : "rsa_keygen_bits:2048";
    openssl("genpkey", "-algorithm", kind, "-pkeyopt", option, "-out", key.toString());
    return openssl("req", "-new", "-key", key.toString(), "-subj", "/OU=GS-621121/CN=" + name)
        .replaceAll("-----[A-Z ]+-----|\\s", "");
  }

  private static HttpResponse<String> enrol(String terminal, String code, String body)
      throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((terminal + ":" + code).getBytes(StandardCharsets.UTF_8));
    return post("/simpleenroll", body, "Basic " + basic);
  }

  private static HttpResponse<String> post(String path, String body, String authorization)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(console.est() + path))
            .header("Content-Type", "application/pkcs10")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(console.est() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static SSLContext trusting(Path authority) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static String openssl(String... words) throws Exception {
    var command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
