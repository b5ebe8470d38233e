package org.jiujin.kiosk.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jiujin.kiosk.platform.PlatformReply.Cause;
import org.jspecify.annotations.Nullable;

/// The platform over HTTP with the JDK's client.
final class HttpPlatform implements ProvincialPlatform {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final long LARGEST_ANSWER_BYTES = 1 << 20;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_LIMIT)
          .build();
  private volatile boolean closed;

  HttpPlatform(URI address) {
    this.address = address;
  }

  @Override
  public PlatformReply<PlatformAnswer.Prefill> prefill(PlatformRequest.Prefill request) {
    return call(post("/v1/prefill", request.json()), USUAL_LIMIT, PlatformAnswer.Prefill.class);
  }

  @Override
  public PlatformReply<PlatformAnswer.Certificates> certificates(
      PlatformRequest.CertificateQuery request) {
    return call(
        post("/v1/certificates/query", request.json()),
        USUAL_LIMIT,
        PlatformAnswer.Certificates.class);
  }

  @Override
  public PlatformReply<PlatformAnswer.Precheck> precheck(PlatformRequest.Precheck request) {
    return call(post("/v1/prechecks", request.json()), USUAL_LIMIT, PlatformAnswer.Precheck.class);
  }

  @Override
  public PlatformReply<PlatformAnswer.Accepted> file(
      String idempotencyKey, byte[] body, Duration limit) {
    return call(
        post("/v1/applications", body).header("Idempotency-Key", idempotencyKey),
        limit,
        PlatformAnswer.Accepted.class);
  }

  @Override
  public PlatformReply<PlatformAnswer.Rated> rate(
      String idempotencyKey, byte[] body, Duration limit) {
    return call(
        post("/v1/ratings", body).header("Idempotency-Key", idempotencyKey),
        limit,
        PlatformAnswer.Rated.class);
  }

  @Override
  public PlatformReply<PlatformAnswer.Progress> progress(String caseNumber) {
    String path = "/v1/applications/" + URLEncoder.encode(caseNumber, StandardCharsets.UTF_8);
    return call(request(path).GET(), USUAL_LIMIT, PlatformAnswer.Progress.class);
  }

  @Override
  public void close() {
    closed = true;
    client.shutdownNow();
    client.close();
  }

  private HttpRequest.Builder post(String path, byte[] body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Accept", "application/json, application/problem+json");
  }

  private <T> PlatformReply<T> call(HttpRequest.Builder request, Duration limit, Class<T> type) {
    return switch (exchange(request, limit)) {
      case Exchange.Failed(var cause) -> new PlatformReply.Unreachable<>(cause);
      case Exchange.Came(var status, var body) -> reply(status, body, type);
    };
  }

  private static <T> PlatformReply<T> reply(int status, byte[] body, Class<T> type) {
    if (status == 200 || status == 201) {
      return PlatformJson.read(body, type)
          .<PlatformReply<T>>map(answer -> new PlatformReply.Answered<>(answer, status == 200))
          .orElseGet(() -> new PlatformReply.Unreachable<>(Cause.UNREADABLE_ANSWER));
    }
    if (status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS) {
      return new PlatformReply.Unreachable<>(Cause.OUT_OF_SERVICE);
    }
    if (status >= 400) {
      return new PlatformReply.Refused<>(PlatformJson.problem(status, body));
    }
    return new PlatformReply.Unreachable<>(Cause.UNREADABLE_ANSWER);
  }

  private sealed interface Exchange {
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Came(int status, byte[] body) implements Exchange {}

    record Failed(Cause cause) implements Exchange {}
  }

  /// One exchange within the limit. The request's own timeout ends with the headers, therefore the wait for the whole.
  private Exchange exchange(HttpRequest.Builder request, Duration limit) {
    if (closed) {
      return new Exchange.Failed(Cause.CLOSED);
    }
    var pending =
        client.sendAsync(
            request.timeout(limit).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES));
    try {
      HttpResponse<byte[]> response = pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Exchange.Came(response.statusCode(), response.body());
    } catch (TimeoutException _) {
      boolean _ = pending.cancel(true);
      return new Exchange.Failed(Cause.TIMED_OUT);
    } catch (ExecutionException e) {
      return new Exchange.Failed(causeOf(e.getCause()));
    } catch (CancellationException _) {
      return new Exchange.Failed(Cause.CLOSED);
    } catch (InterruptedException _) {
      boolean _ = pending.cancel(true);
      Thread.currentThread().interrupt();
      return new Exchange.Failed(Cause.CLOSED);
    }
  }

  private Cause causeOf(@Nullable Throwable thrown) {
    if (closed) {
      return Cause.CLOSED;
    }
    return switch (thrown) {
      case ConnectException _, HttpConnectTimeoutException _ -> Cause.NOT_CONNECTED;
      case HttpTimeoutException _ -> Cause.TIMED_OUT;
      case IOException _ -> Cause.LINE_LOST;
      case null, default ->
          throw new IllegalStateException("The HTTP client failed in an unexpected way", thrown);
    };
  }
}
