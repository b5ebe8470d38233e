package org.jiujin.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Debian's Mosquitto on a loopback port of its own. What it says of itself tells when a node was born, so that nothing else
/// has to listen.
final class WatchedBroker implements AutoCloseable {
  private static final Pattern BIRTH =
      Pattern.compile("Received PUBLISH from .*'spBv1\\.0/[^/']+/NBIRTH/([^/']+)'.*");
  private static final Pattern RUNNING = Pattern.compile(".*mosquitto version .* running");
  private static final int START_SECONDS = 10;

  private final int port;
  private final Process process;
  private final CompletableFuture<Boolean> running = new CompletableFuture<>();
  private final Map<String, CompletableFuture<Long>> births = new ConcurrentHashMap<>();

  private WatchedBroker(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static WatchedBroker start(Path folder) throws IOException {
    Path settings = folder.resolve("mosquitto.conf");
    int port = freePort();
    Files.writeString(
        settings, "listener %d 127.0.0.1\nallow_anonymous true\nuser root\n".formatted(port));
    var broker =
        new WatchedBroker(
            port,
            new ProcessBuilder("/usr/sbin/mosquitto", "-v", "-c", settings.toString())
                .redirectErrorStream(true)
                .start());
    Thread.ofPlatform().daemon().name("broker-log").start(broker::read);
    broker.running.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    return broker;
  }

  String uri() {
    return "tcp://127.0.0.1:" + port;
  }

  /// The [System#nanoTime()] at which the node's NBIRTH arrived.
  CompletableFuture<Long> birth(String node) {
    return births.computeIfAbsent(node, _ -> new CompletableFuture<>());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      running.completeExceptionally(e);
    }
    running.completeExceptionally(new IllegalStateException("mosquitto ended"));
  }

  private void take(String line) {
    Matcher birth = BIRTH.matcher(line);
    if (birth.find()) {
      birth(birth.group(1)).complete(System.nanoTime());
    } else if (RUNNING.matcher(line).matches()) {
      running.complete(true);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
