package org.jiujin.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jiujin.fleet.MetricValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole console with its real broker and its real database, seen through MQTT on one side and HTTP on the other.
/// One start is shared, because it takes seconds; each test has a terminal of its own. The last one starts it again.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetConsoleTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String GROUP = "GS-621121";
  private static final Map<String, MetricValue> READY =
      Map.of(
          "state",
          MetricValue.of("ready"),
          "fault",
          MetricValue.of(""),
          "mend",
          MetricValue.of(""));

  @TempDir static Path data;
  private static @Nullable ConfigurableApplicationContext console;
  private static int web;
  private static int broker;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    web = freePort();
    broker = freePort();
    console = startConsole();
    await("/health", text -> !text.contains("false"));
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
    HTTP.close();
  }

  @Test
  @Order(1)
  void showsATerminalWithItsDevicesAndCounts() throws Exception {
    try (var node = connected("T621121001")) {
      String shown = await("/api/terminals/T621121001", has("\"state\":\"online\"", "receipt"));
      assertTrue(shown.contains("\"group\":\"GS-621121\""), shown);
      assertTrue(shown.contains("\"appState\":\"ready\""), shown);
      assertTrue(
          shown.contains(
              "\"counts\":{\"sessionsToday\":4,\"doneToday\":3,\"storedToday\":1,\"failedToday\":0,\"outboxDepth\":1}"),
          shown);
      assertTrue(await("/api/terminals", has("T621121001")).startsWith("["));
      assertTrue(await("/", has("T621121001", "定西市 通渭县", "身份证阅读器")).contains("在线"));
      assertEquals(0, node.rebirths());
    }
  }

  @Test
  @Order(1)
  void showsWithinFiveSecondsThatADeviceIsGoneAndBack() throws Exception {
    try (var node = connected("T621121002")) {
      await("/api/terminals/T621121002", has("\"state\":\"online\"", "receipt"));
      var heard = listen(line -> line.contains("T621121002") && line.contains("NOT_CONNECTED"));
      node.data(
          "idcard",
          Map.of(
              "state", MetricValue.of("unavailable"),
              "fault", MetricValue.of("NOT_CONNECTED"),
              "mend", MetricValue.of("staff")));
      node.deviceDied("idcard");
      await(
          "/api/terminals/T621121002",
          has(
              "\"state\":\"degraded\"",
              "\"id\":\"idcard\",\"online\":false,\"state\":\"unavailable\",\"fault\":\"NOT_CONNECTED\",\"mend\":\"staff\""));
      assertTrue(heard.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
      await("/terminals/T621121002", has("未连接", "现场人员可处理", "降级"));
      node.deviceBorn("idcard", READY);
      await("/api/terminals/T621121002", has("\"state\":\"online\""));
      await("/terminals/T621121002", has("变化记录", "未连接"));
    }
  }

  @Test
  @Order(1)
  void believesADeathOnlyIfItIsOfThisConnection() throws Exception {
    try (var node = connected("T621121003")) {
      await("/api/terminals/T621121003", has("\"state\":\"online\"", "receipt"));
      node.died(4);
      node.data("", Map.of("app/state", MetricValue.of("serving")));
      await("/api/terminals/T621121003", has("\"state\":\"online\"", "\"appState\":\"serving\""));
      await("/", has("办理中"));
      node.died(5);
      await("/api/terminals/T621121003", has("\"state\":\"offline\"", "\"online\":false"));
    }
  }

  @Test
  @Order(1)
  void asksForARebirthWhenAMessageIsMissing() throws Exception {
    try (var node = connected("T621121004")) {
      await("/api/terminals/T621121004", has("\"state\":\"online\"", "receipt"));
      node.skipSeq();
      node.data("", Map.of("app/outbox_depth", MetricValue.of(7)));
      await("/api/terminals/T621121004", has("\"outboxDepth\":7"));
      until(() -> node.rebirths() == 1);
    }
  }

  @Test
  @Order(1)
  void ignoresGarbageAndGoesOn() throws Exception {
    try (var node = connected("T621121005")) {
      await("/api/terminals/T621121005", has("\"state\":\"online\"", "receipt"));
      node.raw("spBv1.0/GS-621121/NDATA/T621121005", "{\"not\":\"protobuf\"}");
      node.raw("spBv1.0/GS-621121/NBIRTH/T621121005", "");
      node.raw("spBv1.0/GS-621121/NONSENSE/x/y/z", "?");
      node.raw("spBv1.0/<script>alert(1)</script>/NBIRTH", "\u0000");
      node.raw("spBv1.0/STATE/console-1", "{\"online\" : false}");
      node.data("", Map.of("app/state", MetricValue.of("frozen")));
      await("/api/terminals/T621121005", has("\"appState\":\"frozen\"", "degraded"));
    }
  }

  @Test
  @Order(1)
  void escapesWhatATerminalSends() throws Exception {
    try (var node = new EdgeNode(broker, "GS-<b>", "T\"><script>", 1, InstantSource.system())) {
      node.born(Map.of("app/version", MetricValue.of("<script>alert(1)</script>")));
      node.deviceBorn("<img src=x>", READY);
      String page = await("/", has("T&quot;&gt;&lt;script&gt;", "&lt;img src=x&gt;"));
      assertTrue(!page.contains("<script>") && !page.contains("<img src=x>"), page);
    }
  }

  @Test
  @Order(1)
  void letsNothingInlineRunAndNothingForeignLoad() throws Exception {
    HttpResponse<String> page = get("/");
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElse("")
            .startsWith("default-src 'none'; script-src 'self'"));
    assertTrue(
        Stream.of("http://", "https://", " style=", " onclick=", "<style")
            .noneMatch(page.body()::contains),
        page.body());
    assertEquals(404, get("/terminals/nobody").statusCode());
    assertEquals(404, get("/api/terminals/nobody").statusCode());
  }

  @Test
  @Order(2)
  void remembersTerminalsOverARestartAndHearsThemAgain() throws Exception {
    try (var node = connected("T621121006")) {
      node.data(
          "receipt",
          Map.of("state", MetricValue.of("degraded"), "fault", MetricValue.of("PAPER_NEAR_END")));
      await("/api/terminals/T621121006", has("\"state\":\"degraded\"", "PAPER_NEAR_END"));
    } // leaves without a death: Artemis logs what it cannot deliver when it stops under a connected
    // client
    stopConsole();
    console = startConsole();
    String kept = await("/api/terminals/T621121006", has("PAPER_NEAR_END"));
    assertTrue(kept.contains("\"state\":\"degraded\""), kept);
    assertTrue(kept.contains("\"doneToday\":3"), kept);
    await("/health", text -> !text.contains("false"));
    try (var node = connected("T621121006")) {
      await("/api/terminals/T621121006", has("\"state\":\"online\""));
      assertEquals(0, node.rebirths());
    }
  }

  private static EdgeNode connected(String name) throws MqttException {
    var node = new EdgeNode(broker, GROUP, name, 5, InstantSource.system());
    node.born(
        Map.of(
            "app/state", MetricValue.of("ready"),
            "app/version", MetricValue.of("0.1.0"),
            "app/sessions_today", MetricValue.of(4),
            "app/outbox_depth", MetricValue.of(1),
            "svc/business_done_today", MetricValue.of(3),
            "svc/business_stored_today", MetricValue.of(1)));
    node.deviceBorn("idcard", READY);
    node.deviceBorn("receipt", READY);
    return node;
  }

  private static ConfigurableApplicationContext startConsole() {
    return new SpringApplicationBuilder(FleetConsole.class)
        .registerShutdownHook(false)
        .run(
            "--server.port=" + web,
            "--console.broker.port=" + broker,
            "--console.data=" + data,
            "--console.ingest.devices-within=2s");
  }

  private static void stopConsole() {
    if (console != null) {
      console.close();
      console = null;
    }
  }

  /// Follows `/events` until a line fits.
  private static CompletableFuture<Boolean> listen(Predicate<String> wanted) {
    var request = HttpRequest.newBuilder(uri("/events")).build();
    HttpResponse<Stream<String>> stream =
        HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofLines()).join();
    assertEquals(200, stream.statusCode());
    return CompletableFuture.supplyAsync(() -> {
      try (Stream<String> lines = stream.body()) {
        return lines.anyMatch(wanted);
      }
    });
  }

  /// Asks until the answer fits, five seconds at most.
  private static String await(String path, Predicate<String> wanted) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    String body = get(path).body();
    while (!wanted.test(body) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      body = get(path).body();
    }
    assertTrue(wanted.test(body), path + " still says " + body);
    return body;
  }

  private static void until(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    assertTrue(condition.getAsBoolean());
  }

  private static Predicate<String> has(String... parts) {
    return text -> Stream.of(parts).allMatch(text::contains);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path)).timeout(SOON).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + web + path);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
