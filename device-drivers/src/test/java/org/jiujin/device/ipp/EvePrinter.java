package org.jiujin.device.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.Eventually;

/// CUPS's `ippeveprinter` as the peer: a program of others, on a loopback port, with its spool in a folder of its own.
///
/// Its command counts impressions as slowly as it is told, and keeps the document and what was asked for it.
final class EvePrinter implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// The by-pass tray must be sent along each time, or it counts as empty for ever (devices reference, 7.2).
  private static final String OTHER_TRAY =
      "size3=na_number-10_4.125x9.5in&type3=envelope&level3=25";

  private static final String COMMAND =
      """
      #!/bin/sh
      cp "$1" last.pdf
      env | grep '^IPP_' > last.env
      count=${IPP_COPIES:-1}
      done=0
      while [ $done -lt $count ]; do
        sleep "$(cat pace)"
        done=$((done + 1))
        echo "ATTR: job-impressions-completed=$done" >&2
      done
      if [ -f state ]; then cat state >&2; fi
      """;

  private final Path folder;
  private final int port;
  private Process process;

  private EvePrinter(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  static EvePrinter start(Path folder) throws IOException {
    PrintServices.ensure(folder);
    var command = folder.resolve("print.sh");
    Files.writeString(command, COMMAND);
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(folder.resolve("spool"));
    Files.writeString(folder.resolve("pace"), "0");
    int port = freePort();
    var printer = new EvePrinter(folder, port, launch(folder, port));
    printer.tray(25);
    return printer;
  }

  URI address() {
    return URI.create("ipp://localhost:" + port + "/ipp/print");
  }

  void pace(String seconds) throws IOException {
    Files.writeString(folder.resolve("pace"), seconds);
  }

  /// What the command says of the printer at the end of the next jobs, `STATE: +media-jam-error` for example.
  void say(String line) throws IOException {
    Files.writeString(folder.resolve("state"), line + "\n");
  }

  /// Puts sheets into the main tray, by the printer's own page.
  void tray(int sheets) {
    var form =
        "http://localhost:%d/media?size1=iso_a4_210x297mm&type1=stationery&level1=%d&%s"
            .formatted(port, sheets, OTHER_TRAY);
    try (var http = HttpClient.newHttpClient()) {
      http.send(
          HttpRequest.newBuilder(URI.create(form)).timeout(PATIENCE).build(),
          HttpResponse.BodyHandlers.discarding());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  byte[] lastDocument() throws IOException {
    return Files.readAllBytes(folder.resolve("last.pdf"));
  }

  /// What the last job asked for: `IPP_SIDES=two-sided-long-edge` and so on.
  String lastTicket() throws IOException {
    return Files.readString(folder.resolve("last.env"));
  }

  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  void startAgain() throws IOException {
    PrintServices.ensure(folder);
    process = launch(folder, port);
    tray(25);
  }

  @Override
  public void close() {
    kill();
  }

  private static Process launch(Path folder, int port) throws IOException {
    var process =
        new ProcessBuilder(
                PrintServices.find("ippeveprinter").orElseThrow().toString(),
                "-2",
                "-k",
                "-r",
                "off",
                "-n",
                "localhost",
                "-p",
                String.valueOf(port),
                "-d",
                folder.resolve("spool").toString(),
                "-f",
                "application/pdf",
                "-c",
                folder.resolve("print.sh").toString(),
                "Kiosk" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("printer.log").toFile()))
            .start();
    Eventually.within(
        PATIENCE,
        () -> "ippeveprinter does not start: " + log(folder),
        () -> listens(port) || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("ippeveprinter ended: " + log(folder));
    }
    return process;
  }

  private static String log(Path folder) {
    try {
      return Files.readString(folder.resolve("printer.log"));
    } catch (IOException none) {
      return none.toString();
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
