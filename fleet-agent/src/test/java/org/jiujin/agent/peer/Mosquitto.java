package org.jiujin.agent.peer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.agent.link.TestAuthority;
import org.jiujin.agent.link.TestBroker;
import org.jiujin.agent.link.TlsFiles.Identity;

/// Debian's Mosquitto as a child of the test, on a loopback port of its own. Its service need not run.
final class Mosquitto implements AutoCloseable {
  private static final Path SHIPPED =
      Path.of(System.getProperty("kiosk.home"), "config/broker/mosquitto");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String scheme;
  private final int port;
  private final Path log;
  private final Process process;

  private Mosquitto(String scheme, int port, Path folder) throws IOException {
    this.scheme = scheme;
    this.port = port;
    this.log = folder.resolve("mosquitto.log");
    this.process = start(folder.resolve("mosquitto.conf"));
  }

  /// Lets everybody do everything.
  static Mosquitto open(Path folder) throws Exception {
    Files.createDirectories(folder);
    int port = TestBroker.freePort();
    Files.writeString(
        folder.resolve("mosquitto.conf"),
        "listener %d 127.0.0.1\nallow_anonymous true\nuser root\n".formatted(port));
    return new Mosquitto("tcp", port, folder).awaited();
  }

  /// As shipped: with certificates, and with the list of who may say what.
  static Mosquitto shipped(Path folder, TestAuthority authority) throws Exception {
    Files.createDirectories(folder);
    int port = TestBroker.freePort();
    Identity server = authority.server("mosquitto");
    Files.copy(authority.certificate(), folder.resolve("ca.crt"));
    Files.copy(server.certificate(), folder.resolve("server.crt"));
    Files.copy(server.key(), folder.resolve("server.key"));
    Files.copy(SHIPPED.resolve("acl"), folder.resolve("acl"), StandardCopyOption.REPLACE_EXISTING);
    String settings = Files.readString(SHIPPED.resolve("mosquitto.conf"));
    assertTrue(settings.contains("\nlistener 8883\n"), "the shipped file names the port");
    Files.writeString(
        folder.resolve("mosquitto.conf"),
        settings
                .replace("\nlistener 8883\n", "\nlistener " + port + " 127.0.0.1\n")
                .replace("/etc/mosquitto/jiujin", folder.toString())
            + "user root\n"); // reads the folder of the test
    return new Mosquitto("ssl", port, folder).awaited();
  }

  String uri() {
    return scheme + "://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Process start(Path settings) {
    try {
      return new ProcessBuilder("/usr/sbin/mosquitto", "-v", "-c", settings.toString())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      return fail(
          "mosquitto cannot be started ("
              + e.getMessage()
              + "): install the Debian package mosquitto");
    }
  }

  private Mosquitto awaited() throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        fail("mosquitto does not answer: " + Files.readString(log));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return this;
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
