package org.jiujin.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Terminals that ask a web server for what one terminal asked for, as fast as they can, a number of them at a time.
///
/// @param port of the server, on this machine
/// @param paths what each asks for, in this order, over a connection of its own
record PullingFleet(int port, List<String> paths) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// Lets them pull.
  Pull pull(int terminals, int together) throws InterruptedException {
    var turns = new Semaphore(together);
    var bytes = new AtomicLong();
    var failures = new AtomicLong();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < terminals; i++) {
        turns.acquire();
        threads.execute(() -> {
          try {
            bytes.addAndGet(one());
          } catch (IOException | InterruptedException _) {
            failures.incrementAndGet(); // told in the table
          } finally {
            turns.release();
          }
        });
      }
    }
    return new Pull(Duration.ofNanos(System.nanoTime() - start), bytes.get(), failures.get());
  }

  /// @param bytes of all bodies
  /// @param failures terminals that did not get everything
  record Pull(Duration time, long bytes, long failures) {}

  private long one() throws IOException, InterruptedException {
    long bytes = 0;
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (String path : paths) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LIMIT)
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        bytes += answer.statusCode() == 200 ? answer.body().length : 0;
      }
    }
    return bytes;
  }
}
