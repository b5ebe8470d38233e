package org.jiujin.device.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jiujin.device.Fault;

/// Carries IPP packets over HTTP (RFC 8010). Every exchange has a limit, and an answer a largest size.
final class IppWire implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final int MOST_ANSWER_BYTES = 256 * 1024;
  private static final int HTTP_OK = 200;
  private static final int FIRST_ERROR = 0x0100;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();
  private final URI address;
  private final AtomicInteger requests = new AtomicInteger();

  /// @param printer with the scheme `ipp`
  IppWire(URI printer) {
    int port = printer.getPort() < 0 ? 631 : printer.getPort();
    address = URI.create("http://" + printer.getHost() + ":" + port + printer.getRawPath());
  }

  /// Sends a request, perhaps with a document behind it, and reads the answer.
  ///
  /// @param read takes out what is needed; whatever it throws means that the answer made no sense
  <T> IppReply<T> send(
      IppPacket.Builder request, byte[] document, Duration limit, Function<IppPacket, T> read) {
    int id = requests.incrementAndGet();
    var packet = request.setRequestId(id).build();
    var call =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/ipp")
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofByteArray(bytes(packet)),
                    HttpRequest.BodyPublishers.ofByteArray(document)))
            .build();
    var body =
        HttpResponse.BodyHandlers.limiting(
            HttpResponse.BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES);
    var answer = http.sendAsync(call, body);
    try {
      var response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() == HTTP_OK
          ? parsed(response.body(), id, read)
          : garbled("HTTP " + response.statusCode());
    } catch (TimeoutException silent) {
      answer.cancel(true);
      return new IppReply.Lost<>(Fault.of(Fault.Code.NO_ANSWER));
    } catch (ExecutionException failed) {
      return failure(Objects.requireNonNullElse(failed.getCause(), failed));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      return new IppReply.Lost<>(Fault.of(Fault.Code.NO_ANSWER, "closed"));
    }
  }

  /// Ends what is under way.
  @Override
  public void close() {
    http.shutdownNow();
  }

  /// Reads an answer. The library may throw anything at broken packets, and runs out of stack on nested ones.
  static <T> IppReply<T> parsed(byte[] body, int id, Function<IppPacket, T> read) {
    try {
      var packet = new IppInputStream(new ByteArrayInputStream(body)).readPacket();
      if (packet.getRequestId() != id) {
        return garbled("request " + packet.getRequestId());
      }
      return packet.getCode() >= FIRST_ERROR
          ? new IppReply.Rejected<>(packet.getCode())
          : new IppReply.Answer<>(read.apply(packet));
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      return garbled(broken.getClass().getSimpleName());
    } finally {
      Arrays.fill(body, (byte) 0);
    }
  }

  private static <T> IppReply<T> failure(Throwable cause) {
    String detail = cause.getClass().getSimpleName();
    return switch (cause) {
      case ConnectException _, HttpConnectTimeoutException _ ->
          new IppReply.Unsent<>(Fault.of(Fault.Code.NOT_CONNECTED, detail));
      default -> new IppReply.Lost<>(Fault.of(Fault.Code.NOT_CONNECTED, detail));
    };
  }

  private static <T> IppReply<T> garbled(String detail) {
    return new IppReply.Lost<>(Fault.of(Fault.Code.GARBLED_ANSWER, detail));
  }

  private static byte[] bytes(IppPacket packet) {
    var out = new ByteArrayOutputStream();
    new IppOutputStream(out).write(packet);
    return out.toByteArray();
  }
}
