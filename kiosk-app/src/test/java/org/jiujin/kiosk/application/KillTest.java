package org.jiujin.kiosk.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.kiosk.platform.ProvincialPlatform;
import org.jiujin.sandbox.PlatformSandbox;
import org.jiujin.sandbox.RunningSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real processes, killed with SIGKILL, against the real sandbox: nothing is lost, nothing arrives twice.
class KillTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path sandboxData;
  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = PlatformSandbox.start("--server.port=0", "--sandbox.data=" + sandboxData);
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : processes) {
      kill(process);
    }
    client.close();
    sandbox.close();
  }

  @Test
  void losesNothingWhenKilledRightAfterStoring() throws Exception {
    Process process = child("store-forever");
    var reader = process.inputReader();
    var promised = new HashSet<String>();
    for (int i = 0; i < 3; i++) {
      promised.add(line(reader, "STORED"));
    }
    kill(process);
    String line = reader.readLine();
    while (line != null) { // said before the kill, read after it
      if (line.startsWith("STORED ")) {
        promised.add(line.substring("STORED ".length()));
      }
      line = reader.readLine();
    }

    int sent = sendAll();

    var arrived = localNumbers();
    assertTrue(arrived.containsAll(promised), "what was said to be stored has arrived");
    assertEquals(sent, received().path("applications").asInt());
    assertTrue(sent <= promised.size() + 1, "at most the one that was stored and not yet said");
  }

  @Test
  void arrivesOnceWhenKilledAfterThePlatformAcceptedAndTheAnswerWasLost() throws Exception {
    order("{\"kind\":\"drop-after-accept\",\"remaining\":1000}");
    Process process = child("file", sandbox.address().toString());
    String number = line(process.inputReader(), "FILING");
    await(() -> localNumbers().contains(number));
    kill(process);
    order("{\"kind\":\"none\"}");

    assertEquals(1, sendAll());

    assertEquals(1, received().path("applications").asInt());
  }

  @Test
  void arrivesOnceWhenKilledInTheMiddleOfSending() throws Exception {
    order("{\"kind\":\"slow\",\"delayMillis\":3000,\"remaining\":1}");
    Process process = child("file", sandbox.address().toString());
    String number = line(process.inputReader(), "FILING");
    await(() -> Files.exists(folder.resolve("kiosk.db-wal")) && isStored());
    kill(process);

    assertEquals(1, sendAll());

    await(() -> localNumbers().contains(number));
    assertEquals(1, received().path("applications").asInt());
  }

  @Test
  void letsTwoProcessesStoreAtTheSameTime() throws Exception {
    Applications.outbox(folder).close();
    Process one = child("store-many", "8");
    Process two = child("store-many", "8");
    var numbers = new HashSet<String>();
    for (Process process : List.of(one, two)) {
      try (var reader = process.inputReader()) {
        reader
            .lines()
            .filter(line -> line.startsWith("STORED "))
            .map(line -> line.substring("STORED ".length()))
            .forEach(numbers::add);
      }
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    }
    assertEquals(16, numbers.size(), "no number twice");
    assertEquals(16, sendAll());
    assertEquals(16, received().path("applications").asInt());
  }

  /// The next process: opens the same folder and sends what is there.
  ///
  /// @return how many rows were pending
  private int sendAll() {
    try (var outbox = Applications.outbox(folder);
        var platform = ProvincialPlatform.at(sandbox.address())) {
      int pending = outbox.depth();
      try (var _ = OutboxSender.start(outbox, platform, InstantSource.system())) {
        await(() -> outbox.depth() == 0);
      }
      return pending;
    }
  }

  private boolean isStored() {
    try (var outbox = Applications.outbox(folder)) {
      return outbox.depth() == 1;
    }
  }

  private Process child(String... what) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OutboxChild.class.getName(),
                folder.toString()));
    command.addAll(List.of(what));
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("child-" + processes.size() + ".txt").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private static void kill(Process process) throws InterruptedException {
    boolean _ =
        process
            .toHandle()
            .destroyForcibly(); // SIGKILL; of the handle, so that its last words can be read
    assertTrue(process.waitFor(10, TimeUnit.SECONDS));
  }

  private static String line(BufferedReader reader, String word) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
    }
    throw new AssertionError("the process ended before " + word);
  }

  private List<String> localNumbers() {
    return received()
        .path("entries")
        .valueStream()
        .map(entry -> entry.path("localNumber").asString())
        .toList();
  }

  private JsonNode received() {
    var request =
        HttpRequest.newBuilder(sandbox.address().resolve("/sandbox/applications"))
            .timeout(LIMIT)
            .build();
    try {
      return JsonMapper.shared()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void order(String fault) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(sandbox.address().resolve("/sandbox/faults"))
            .POST(HttpRequest.BodyPublishers.ofString(fault))
            .timeout(LIMIT)
            .build();
    assertEquals(204, client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it did not come about");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
