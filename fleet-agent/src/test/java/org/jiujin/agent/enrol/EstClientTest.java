package org.jiujin.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jiujin.agent.link.TestAuthority;
import org.jiujin.agent.link.TlsFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client at servers that go wrong, over real TLS.
class EstClientTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final String TERMINAL = "T621121001";

  @TempDir private static Path shared;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static TestAuthority authority;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static HttpsServer server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ExecutorService threads;

  private static final AtomicReference<HttpHandler> HANDLER = new AtomicReference<>();
  private static final CountDownLatch OVER = new CountDownLatch(1);

  private final SoftKeys keys = new SoftKeys();
  private final Claim claim = new Claim(keys.make(), ClaimCode.make(new SecureRandom()));
  private final PaperAuthority papers = new PaperAuthority();

  @BeforeAll
  static void start() throws Exception {
    authority = TestAuthority.make(shared.resolve("tls"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            new TlsFiles(authority.certificate(), authority.server("est")).context()));
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", exchange -> HANDLER.get().handle(exchange));
    server.start();
  }

  @AfterAll
  static void stop() {
    OVER.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void takesACertificateForItsKeyAndItsName() throws Exception {
    answering(certificate(TERMINAL, Duration.ofDays(90)));
    var issued = assertInstanceOf(EstAnswer.Issued.class, client().enrol(claim));
    assertEquals(claim.keys().getPublic(), issued.chain().getFirst().getPublicKey());
  }

  @Test
  void refusesACertificateThatIsNotItsOwn() throws Exception {
    answering(certificate("T621121002", Duration.ofDays(90)));
    assertFailed("bad-certificate", client().enrol(claim));
    answering(
        papers.certificate(keys.make().getPublic(), TERMINAL, Instant.now(), Duration.ofDays(90)));
    assertFailed("bad-certificate", client().enrol(claim));
    answering(certificate(TERMINAL, Duration.ofSeconds(-10)));
    assertFailed("bad-certificate", client().enrol(claim));
    answering(
        new PaperAuthority()
            .certificate(claim.keys().getPublic(), TERMINAL, Instant.now(), Duration.ofDays(90)));
    assertFailed("bad-certificate", client().enrol(claim));
  }

  @Test
  void waitsAsTheServerSaysWithinBounds() throws Exception {
    assertEquals(Duration.ofSeconds(15), waits("15"));
    assertEquals(Duration.ofSeconds(2), waits("0"));
    assertEquals(Duration.ofMinutes(5), waits("99999"));
    assertEquals(Duration.ofSeconds(30), waits("Fri, 31 Dec 1999 23:59:59 GMT"));
  }

  @Test
  void followsNoRedirect() throws Exception {
    HANDLER.set(exchange -> {
      exchange.getResponseHeaders().add("Location", "https://elsewhere.test/");
      say(exchange, 302, new byte[0]);
    });
    assertFailed("status-302", client().enrol(claim));
  }

  @Test
  void readsNoMoreThanItsLimit() throws Exception {
    HANDLER.set(exchange -> say(exchange, 200, new byte[EstClient.MOST_BYTES + 1]));
    assertFailed("unreachable", client().enrol(claim));
  }

  @Test
  void doesNotWaitForAnAnswerThatDrips() throws Exception {
    HANDLER.set(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('A');
      exchange.getResponseBody().flush();
      hang();
    });
    long begin = System.nanoTime();
    assertFailed("unreachable", client(authority.certificate(), LIMIT).enrol(claim));
    assertTrue(System.nanoTime() - begin < LIMIT.multipliedBy(3).toNanos());
  }

  @Test
  void speaksOnlyToTheServerOfItsAuthority() throws Exception {
    TestAuthority other = TestAuthority.make(shared.resolve("other"));
    HANDLER.set(exchange -> say(exchange, 403, new byte[0]));
    assertFailed("unreachable", client(other.certificate()).enrol(claim));
    assertInstanceOf(EstAnswer.Refused.class, client().enrol(claim));
  }

  @Test
  void sendsTheCodeInTheHeaderAndARequestThatOpensslReads() throws Exception {
    var seen = new AtomicReference<>("");
    Path request = shared.resolve("request.der");
    HANDLER.set(exchange -> {
      seen.set(exchange.getRequestHeaders().getFirst("Authorization"));
      Files.write(
          request, Base64.getMimeDecoder().decode(exchange.getRequestBody().readAllBytes()));
      say(exchange, 503, new byte[0]);
    });
    assertFailed("status-503", client().enrol(claim));
    String basic = seen.get().substring("Basic ".length());
    assertEquals(
        TERMINAL + ":" + claim.code().text(),
        new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8));
    String said =
        openssl(
            "req", "-inform", "DER", "-in", request.toString(), "-verify", "-noout", "-subject");
    assertTrue(said.contains("OK") && said.contains("CN = " + TERMINAL), said);
  }

  private Duration waits(String retryAfter) throws Exception {
    HANDLER.set(exchange -> {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
      say(exchange, 202, new byte[0]);
    });
    return assertInstanceOf(EstAnswer.Waits.class, client().enrol(claim)).askAgainAfter();
  }

  private X509Certificate certificate(String name, Duration life) throws Exception {
    Instant from = Instant.now().minusSeconds(60);
    return papers.certificate(
        claim.keys().getPublic(), name, from, life.isNegative() ? Duration.ofSeconds(50) : life);
  }

  private void answering(X509Certificate certificate) throws Exception {
    byte[] mine = certificate.getEncoded();
    byte[] root = papers.root(Instant.now().minusSeconds(600), Duration.ofDays(900)).getEncoded();
    HANDLER.set(exchange ->
        say(
            exchange,
            200,
            Base64.getMimeEncoder()
                .encode(exchange.getRequestURI().getPath().endsWith("/cacerts") ? root : mine)));
  }

  private static void assertFailed(String reason, EstAnswer answer) {
    var failed = assertInstanceOf(EstAnswer.Failed.class, answer);
    assertEquals(reason, failed.reason(), failed.detail());
    assertNotEquals("", failed.detail());
  }

  private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void hang() {
    try {
      OVER.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static EstClient client() {
    return client(authority.certificate());
  }

  private static EstClient client(Path trusted) {
    return client(trusted, Duration.ofSeconds(20));
  }

  private static EstClient client(Path trusted, Duration limit) {
    var settings =
        new EnrolmentSettings(
            URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/est"),
            trusted,
            TERMINAL,
            "GS-621121",
            shared);
    return new EstClient(settings, InstantSource.system(), limit);
  }

  private static String openssl(String... words) throws Exception {
    var command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}
