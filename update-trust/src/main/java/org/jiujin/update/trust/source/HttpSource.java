package org.jiujin.update.trust.source;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A repository on a web server.
///
/// A file is what is answered with 200; 403 and 404 say that there is none. Everything else, a redirection unless the client follows
/// it, is a failure. Waits on the calling thread.
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
    var body = new BoundedBody(to, most);
    var other = new BoundedBody(OutputStream.nullOutputStream(), MOST_OF_ANOTHER_ANSWER);
    CompletableFuture<HttpResponse<BoundedBody>> answer =
        client.sendAsync(request(path), head -> head.statusCode() == 200 ? body : other);
    try {
      int status = await(answer, path, body, other).statusCode();
      if (status != 200 && status != 403 && status != 404) {
        throw new FetchFailed(
            FetchFailed.Kind.UNREACHABLE, "%s: the server answers %d".formatted(path, status));
      }
      return status == 200;
    } catch (ExecutionException e) {
      throw failed(path, most, e.getCause() == null ? e : e.getCause());
    } finally {
      body.stop();
      other.stop();
      answer.cancel(true);
    }
  }

  private HttpRequest request(RepositoryPath path) {
    return HttpRequest.newBuilder(URI.create(address + path.encoded()))
        .header("User-Agent", "update-trust")
        .build();
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
