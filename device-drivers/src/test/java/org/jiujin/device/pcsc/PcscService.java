package org.jiujin.device.pcsc;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.Eventually;
import org.junit.jupiter.api.Assumptions;

/// A real pcscd with the virtual reader of vpcd, in a place of its own: the system's service is neither used nor disturbed.
///
/// It runs in a mount namespace in which `/run/pcscd` is a folder of this test; libpcsclite is told the socket's path by an
/// environment variable. Needs root, for the namespace and for pcscd itself.
public final class PcscService implements AutoCloseable {
  static final String READER = "Kiosk Card";

  private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
  private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
  private static final Duration STARTING = Duration.ofSeconds(10);
  private static final Path FOLDER = prepare();
  private static final Path SOCKET = FOLDER.resolve("pcscd.comm");

  private final int port = freePorts();
  private Optional<Process> daemon = Optional.empty();

  /// @throws AssertionError where it cannot run, with what to do about it
  public PcscService() {
    Assumptions.assumeFalse(
        System.getProperty("kiosk.without", "").contains("pcscd"), "told to do without pcscd");
    if (!Files.exists(DAEMON) || !Files.exists(DRIVER)) {
      fail(
          "pcscd or its virtual reader is missing. Run: apt-get install --no-install-recommends pcscd"
              + " vsmartcard-vpcd - or leave these tests out with -Dkiosk.without=pcscd");
    }
    if (!Files.isWritable(Path.of("/run"))) {
      fail(
          "pcscd needs root. Run the tests as root - or leave these out with -Dkiosk.without=pcscd");
    }
  }

  /// The port of the reader's first slot.
  public int port() {
    return port;
  }

  /// Starts it with the virtual reader, in place of one that runs.
  public void start() {
    start(
        """
        FRIENDLYNAME "%s"
        DEVICENAME   /dev/null:%d
        LIBPATH      %s
        CHANNELID    %d
        """
            .formatted(READER, port, DRIVER, port));
  }

  /// Starts it without any reader, in place of one that runs: as if the reader had been pulled.
  void startWithoutReader() {
    start("# no reader\n");
  }

  /// Kills it at once, in the middle of whatever it does.
  void kill() {
    daemon.ifPresent(PcscService::end);
    daemon = Optional.empty();
  }

  @Override
  public void close() {
    kill();
  }

  /// The new one takes the socket's place before the old one ends, so that nobody finds no service at all.
  private void start(String configuration) {
    var old = daemon;
    try {
      Files.deleteIfExists(SOCKET);
      Files.deleteIfExists(FOLDER.resolve("pcscd.pid"));
      var folder = Files.createTempDirectory(FOLDER, "conf");
      Files.writeString(folder.resolve("reader"), configuration);
      daemon =
          Optional.of(
              new ProcessBuilder(
                      "unshare",
                      "--mount",
                      "sh",
                      "-c",
                      "mount --bind \"$0\" /run/pcscd && exec \"$1\" --foreground --config \"$2\"",
                      FOLDER.toString(),
                      DAEMON.toString(),
                      folder.toString())
                  .redirectErrorStream(true)
                  .redirectOutput(FOLDER.resolve("pcscd.log").toFile())
                  .start());
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    }
    Eventually.within(STARTING, PcscService::log, () -> Files.exists(SOCKET) || !alive());
    if (!alive()) {
      fail("pcscd does not run; it says: " + log() + ". Leave it out with -Dkiosk.without=pcscd");
    }
    old.ifPresent(PcscService::end);
  }

  private boolean alive() {
    return daemon.filter(Process::isAlive).isPresent();
  }

  private static String log() {
    try {
      return Files.readString(FOLDER.resolve("pcscd.log"));
    } catch (IOException none) {
      return "nothing";
    }
  }

  private static void end(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /// vpcd takes two ports that follow each other, one for each slot.
  private static int freePorts() {
    for (int i = 0; i < 50; i++) {
      try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          var _ = new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        return first.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
    throw new AssertionError("no two free ports");
  }

  /// libpcsclite asks for the path once in a program's life. It must be short: it goes into a `sockaddr_un`.
  @SuppressWarnings("restricted") // the JDK cannot set a variable for itself
  private static Path prepare() {
    try {
      Files.createDirectories(Path.of("/run/pcscd"));
      var folder = Files.createTempDirectory("pcscd-test");
      var linker = Linker.nativeLinker();
      var set =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("setenv"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      try (var arena = Arena.ofConfined()) {
        var _ =
            (int)
                set.invokeExact(
                    arena.allocateFrom("PCSCLITE_CSOCK_NAME"),
                    arena.allocateFrom(folder.resolve("pcscd.comm").toString()),
                    1);
      }
      return folder;
    } catch (IOException notRoot) {
      return Path.of("/nonexistent");
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
