package org.jiujin.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sandbox as a process of its own, killed and started again.
class RestartTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path folder;

  @Test
  void remembersWhatItAcceptedAfterBeingKilled() throws Exception {
    int port = freePort();
    String body = Calls.application(Calls.LOCAL, "13900000000");
    Process process = start(port);
    try (var calls = new Calls(URI.create("http://127.0.0.1:" + port))) {
      awaitReady(calls, process);
      var accepted = calls.file(Calls.KEY, body);
      assertEquals(201, accepted.status());
      process.destroyForcibly();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS));

      process = start(port);
      awaitReady(calls, process);
      var again = calls.file(Calls.KEY, body);
      assertEquals(200, again.status());
      assertEquals(accepted.body(), again.body());
    } finally {
      process.destroy();
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), "SIGTERM must stop it within 10 s");
    }
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PlatformSandbox.class.getName(),
            "--server.port=" + port,
            "--sandbox.data=" + folder)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log.txt").toFile())
        .start();
  }

  private static void awaitReady(Calls calls, Process process) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < deadline && process.isAlive()) {
      try {
        if (calls.get("/health").status() == 200) {
          return;
        }
      } catch (IOException _) {
        // not listening yet
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    throw new AssertionError("the sandbox did not become ready");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
