package org.jiujin.device.ipp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.Eventually;

/// CUPS's `ippeveprinter` that announces itself by avahi; it prints nothing.
///
/// @param port where it listens, on the loopback address
record AnnouncedEvePrinter(Process process, int port) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  static AnnouncedEvePrinter start(Path folder) throws IOException {
    PrintServices.ensure(folder);
    Files.createDirectories(folder.resolve("spool"));
    int port = freePort();
    var process =
        new ProcessBuilder(
                PrintServices.find("ippeveprinter").orElseThrow().toString(),
                "-n",
                "localhost",
                "-p",
                String.valueOf(port),
                "-d",
                folder.resolve("spool").toString(),
                "-f",
                "application/pdf",
                "Announced" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printer.log").toFile())
            .start();
    Eventually.within(
        PATIENCE, () -> "ippeveprinter does not start", () -> listens(port) || !process.isAlive());
    return new AnnouncedEvePrinter(process, port);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
