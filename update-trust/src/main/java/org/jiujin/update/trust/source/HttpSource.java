package org.jiujin.update.trust.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A repository on a web server.
///
/// A file is what is answered with 200, or from a byte on with 206; of a server that cannot begin there the first bytes are passed over.
/// 403 and 404 say that there is none. Everything else, a redirection unless the client follows it, is a failure. Waits on the calling
/// thread.
public final class HttpSource implements RepositorySource {
  /// What an answer that is not the file may have in bytes.
  private static final long MOST_OF_ANOTHER_ANSWER = 64 * 1024;

  private final HttpClient client;
  private final String address;
  private final Pace pace;

  /// @param client of the caller, who closes it; its time to connect counts as well
  /// @param address of the folder, with or without a slash at its end
  public HttpSource(HttpClient client, URI address, Pace pace) {
    this.client = client;
    this.address = address.toString().endsWith("/") ? address.toString() : address + "/";
    this.pace = pace;
  }

  @Override
  public boolean fetch(RepositoryPath path, long most, OutputStream to)
      throws FetchFailed, IOException {
    return fetch(path, 0, most, to);
  }

  @Override
  public boolean fetch(RepositoryPath path, long from, long most, OutputStream to)
      throws FetchFailed, IOException {
    var body = new BoundedBody(to, most);
    var other = new BoundedBody(OutputStream.nullOutputStream(), MOST_OF_ANOTHER_ANSWER);
    CompletableFuture<HttpResponse<BoundedBody>> answer =
        client.sendAsync(
            request(path, from),
            head -> {
              if (head.statusCode() == 200) {
                body.skip(from);
              }
              return isFile(head.statusCode(), head.headers(), from) ? body : other;
            });
    try {
      HttpResponse<BoundedBody> head = await(answer, path, body, other);
      int status = head.statusCode();
      boolean found = isFile(status, head.headers(), from);
      if (!found && status != 403 && status != 404) {
        throw new FetchFailed(
            FetchFailed.Kind.UNREACHABLE, "%s: the server answers %d".formatted(path, status));
      }
      return found;
    } catch (ExecutionException e) {
      throw failed(path, most, e.getCause() == null ? e : e.getCause());
    } finally {
      body.stop();
      other.stop();
      answer.cancel(true);
    }
  }

  private static boolean isFile(int status, HttpHeaders headers, long from) {
    return status == 200
        || (status == 206
            && from > 0
            && headers
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + from + "-"))
                .isPresent());
  }

  private HttpRequest request(RepositoryPath path, long from) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path.encoded()))
            .header("User-Agent", "update-trust");
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    return request.build();
  }

  /// Looks a window at a time: whether the answer has begun, then how much came.
  private HttpResponse<BoundedBody> await(
      CompletableFuture<HttpResponse<BoundedBody>> answer,
      RepositoryPath path,
      BoundedBody body,
      BoundedBody other)
      throws ExecutionException, FetchFailed {
    long start = System.nanoTime();
    long before = -1;
    while (true) {
      long gone = System.nanoTime() - start;
      long left = pace.whole().toNanos() - gone;
      long untilBegun = before < 0 ? pace.answer().toNanos() - gone : Long.MAX_VALUE;
      long patience = Math.min(pace.window().toNanos(), Math.min(left, untilBegun));
      try {
        return answer.get(Math.max(0, patience), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        long now = Math.max(body.came(), other.came());
        if (now < 0 && patience >= Math.min(left, untilBegun)) {
          throw new FetchFailed(
              FetchFailed.Kind.UNREACHABLE, path + ": the server does not answer", e);
        }
        if (patience >= left || (before >= 0 && now - before < pace.bytesInWindow())) {
          throw new FetchFailed(
              FetchFailed.Kind.TOO_SLOW, path + " comes too slowly, after " + now + " bytes", e);
        }
        before = now;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FetchFailed(FetchFailed.Kind.UNREACHABLE, path + ": interrupted", e);
      }
    }
  }

  private static FetchFailed failed(RepositoryPath path, long most, Throwable why)
      throws IOException {
    return switch (why) {
      case BoundedBody.TooLong _ ->
          new FetchFailed(
              FetchFailed.Kind.TOO_LONG, "%s is longer than %d bytes".formatted(path, most), why);
      case BoundedBody.Unwritable unwritable -> throw unwritable.why();
      default ->
          new FetchFailed(
              FetchFailed.Kind.UNREACHABLE, "%s cannot be fetched: %s".formatted(path, why), why);
    };
  }
}
