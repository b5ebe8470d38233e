package org.jiujin.device.ipp;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiujin.device.Eventually;
import org.junit.jupiter.api.Assumptions;

/// What `ippeveprinter` cannot start without: the system bus and avahi. Those that run are used; what is missing is
/// started, on the loopback interface only, and ends with the tests.
final class PrintServices {
  private static final Path BUS = Path.of("/run/dbus/system_bus_socket");
  private static final List<Process> STARTED = new ArrayList<>();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private PrintServices() {}

  /// Fails with what to do when a program is missing, unless the build was told to do without.
  static void need() {
    if (System.getProperty("kiosk.without", "").contains("cups")) {
      Assumptions.abort("told to do without CUPS");
    }
    for (var program : List.of("ippeveprinter", "avahi-daemon", "dbus-daemon")) {
      if (find(program).isEmpty()) {
        throw new AssertionError(
            program
                + " is missing; run: apt-get install cups-ipp-utils avahi-daemon dbus"
                + " (or test without it: -Dkiosk.without=cups)");
      }
    }
  }

  /// The path of a program.
  static java.util.Optional<Path> find(String program) {
    var path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin:/usr/bin:/sbin:/bin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts what does not run.
  static synchronized void ensure(Path folder) throws IOException {
    need();
    if (!busAnswers()) {
      Files.createDirectories(BUS.getParent());
      start(folder, "dbus-daemon", "--system", "--nofork", "--nopidfile");
      Eventually.within(PATIENCE, () -> "the system bus does not start", PrintServices::busAnswers);
    }
    if (!avahiRuns()) {
      Files.writeString(
          folder.resolve("avahi.conf"),
          """
          [server]
          host-name=kiosktest
          use-ipv4=yes
          use-ipv6=no
          allow-interfaces=lo
          [publish]
          publish-workstation=no
          [wide-area]
          enable-wide-area=no
          """);
      start(folder, "avahi-daemon", "--no-drop-root", "--no-chroot", "-f", "avahi.conf");
      Eventually.within(PATIENCE, () -> "avahi does not start", PrintServices::avahiRuns);
    }
  }

  private static boolean busAnswers() {
    try (var socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return socket.connect(UnixDomainSocketAddress.of(BUS));
    } catch (IOException nobody) {
      return false;
    }
  }

  private static boolean avahiRuns() {
    try {
      return new ProcessBuilder(find("avahi-daemon").orElseThrow().toString(), "--check")
              .start()
              .waitFor()
          == 0;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void start(Path folder, String program, String... words) throws IOException {
    var command = new ArrayList<>(List.of(find(program).orElseThrow().toString()));
    command.addAll(List.of(words));
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(program + ".log").toFile())
            .start();
    if (STARTED.isEmpty()) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> STARTED.forEach(Process::destroy), "print-services"));
    }
    STARTED.addFirst(process);
  }
}
