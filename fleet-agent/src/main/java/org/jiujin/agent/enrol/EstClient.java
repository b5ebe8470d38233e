package org.jiujin.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jiujin.agent.link.TlsContext;
import org.jiujin.agent.link.TlsFiles;
import org.jiujin.agent.link.TlsFilesException;

/// A client of EST (RFC 7030): `/cacerts`, `/simpleenroll`, `/simplereenroll`. TLS 1.3 to a server whose certificate comes from
/// the authorities that were configured; no redirect is followed, no proxy used, and an answer is bounded in time and size.
/// Everything it needs is made for one request and thrown away: a terminal asks once in two months.
final class EstClient implements EstServer {
  static final int MOST_BYTES = 64 * 1024;

  private static final Duration CALL_LIMIT = Duration.ofSeconds(12);
  private static final Duration SOONEST = Duration.ofSeconds(2);
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Duration LATEST = Duration.ofMinutes(5);
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\r\n".getBytes(StandardCharsets.US_ASCII));

  private final EnrolmentSettings settings;
  private final InstantSource clock;
  private final Duration limit;

  EstClient(EnrolmentSettings settings, InstantSource clock) {
    this(settings, clock, CALL_LIMIT);
  }

  /// @param limit of one call; a request takes two
  EstClient(EnrolmentSettings settings, InstantSource clock, Duration limit) {
    this.settings = settings;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public EstAnswer enrol(Claim claim) throws InterruptedException {
    String name = settings.terminal() + ":" + claim.code().text();
    String basic =
        Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)); // RFC 7617
    try {
      SSLContext context = TlsContext.of(TlsFiles.certificates(settings.authorities()));
      return ask(
          context,
          post("/simpleenroll", claim.keys()).header("Authorization", "Basic " + basic),
          claim.keys());
    } catch (TlsFilesException | GeneralSecurityException | IOException e) {
      return new EstAnswer.Failed("files", String.valueOf(e));
    }
  }

  @Override
  public EstAnswer renew(Identity present, KeyPair fresh) throws InterruptedException {
    try {
      SSLContext context =
          TlsContext.of(
              TlsFiles.certificates(settings.authorities()), present.key(), present.chain());
      return ask(context, post("/simplereenroll", fresh), fresh);
    } catch (TlsFilesException | GeneralSecurityException | IOException e) {
      return new EstAnswer.Failed("files", String.valueOf(e));
    }
  }

  private HttpRequest.Builder post(String path, KeyPair keys) throws GeneralSecurityException {
    byte[] request = SigningRequest.of(keys, settings.terminal(), settings.group());
    return to(path)
        .header("Content-Type", "application/pkcs10")
        .header("Content-Transfer-Encoding", "base64")
        .POST(HttpRequest.BodyPublishers.ofString(LINES.encodeToString(request)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(settings.est() + path)).timeout(limit);
  }

  private EstAnswer ask(SSLContext context, HttpRequest.Builder request, KeyPair keys)
      throws InterruptedException {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(limit.dividedBy(2))
            .sslContext(context)
            .build();
    try {
      HttpResponse<byte[]> answer = send(http, request.build());
      return switch (answer.statusCode()) {
        case 200 -> issued(http, answer.body(), keys);
        case 202 -> new EstAnswer.Waits(retryAfter(answer));
        case 401, 403 -> new EstAnswer.Refused();
        default -> new EstAnswer.Failed("status-" + answer.statusCode(), "the server's answer");
      };
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new EstAnswer.Failed("unreachable", cause.toString());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return new EstAnswer.Failed("bad-certificate", e.toString());
    } finally {
      http.shutdownNow();
      http.awaitTermination(Duration.ofSeconds(1)); // its thread has nothing left to do
    }
  }

  private EstAnswer issued(HttpClient http, byte[] body, KeyPair keys)
      throws GeneralSecurityException, InterruptedException, ExecutionException, TimeoutException {
    List<X509Certificate> sent = certificates(body);
    HttpResponse<byte[]> answer = send(http, to("/cacerts").GET().build());
    if (answer.statusCode() != 200) {
      return new EstAnswer.Failed("status-" + answer.statusCode(), "the answer to /cacerts");
    }
    var wanted = new Certificates.Wanted(keys.getPublic(), settings.terminal());
    return new EstAnswer.Issued(
        Certificates.chain(sent, certificates(answer.body()), wanted, clock.instant()));
  }

  /// The limit holds for the whole answer; a request's own one ends with the headers.
  private HttpResponse<byte[]> send(HttpClient http, HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    return http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES))
        .get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What stands in the body of an answer: Base64, whatever its lines are like.
  static List<X509Certificate> certificates(byte[] body) throws GeneralSecurityException {
    return Certificates.read(Base64.getMimeDecoder().decode(body));
  }

  /// Seconds or a date are allowed (RFC 9110, 10.2.3); a date is taken for the usual wait.
  private static Duration retryAfter(HttpResponse<?> answer) {
    String text = answer.headers().firstValue("Retry-After").orElse("");
    Duration wait = text.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : USUAL;
    Duration least = wait.compareTo(SOONEST) < 0 ? SOONEST : wait;
    return least.compareTo(LATEST) > 0 ? LATEST : least;
  }
}
