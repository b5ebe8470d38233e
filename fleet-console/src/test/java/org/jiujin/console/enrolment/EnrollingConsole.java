package org.jiujin.console.enrolment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.console.FleetConsole;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole console with EST, for tests.
final class EnrollingConsole implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(15);

  private final int web;
  private final int est;
  private final int broker;
  private final Path data;
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  /// @param days how long a certificate lasts
  EnrollingConsole(Path data, String days) throws IOException {
    this.web = freePort();
    this.est = freePort();
    this.broker = freePort();
    this.data = data;
    this.context =
        new SpringApplicationBuilder(FleetConsole.class)
            .registerShutdownHook(false)
            .run(
                "--server.port=" + web,
                "--console.broker.port=" + freePort(),
                "--console.broker.tls-port=" + broker,
                "--console.data=" + data,
                "--console.enrolment.port=" + est,
                "--console.enrolment.days=" + days,
                "--console.enrolment.retry-after=2s");
  }

  URI est() {
    return URI.create("https://127.0.0.1:" + est + "/.well-known/est");
  }

  /// The embedded broker's port for terminals.
  String broker() {
    return "ssl://127.0.0.1:" + broker;
  }

  Path authorityFile() {
    return data.resolve("enrolment/ca.pem");
  }

  Authority authority() {
    return context.getBean(Authority.class);
  }

  Enrolments enrolments() {
    return context.getBean(Enrolments.class);
  }

  String page() throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(uri("/enrolment")).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /// Sends a form as a browser does from a page of that origin.
  HttpResponse<String> post(String path, String form, String origin)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  String origin() {
    return "http://127.0.0.1:" + web;
  }

  private URI uri(String path) {
    return URI.create(origin() + path);
  }

  @Override
  public void close() {
    http.close();
    context.close();
  }

  static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    assertTrue(condition.getAsBoolean(), what);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
