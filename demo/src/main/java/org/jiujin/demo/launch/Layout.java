package org.jiujin.demo.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where one run of the whole lies and listens.
///
/// @param home the checkout, absolute
/// @param run the folder that every process of the run writes below, absolute
/// @param window true to open the kiosk in a window, false to draw it headless
public record Layout(Path home, Path run, Ports ports, boolean window) {
  /// The terminal of the demo, as the fleet knows it.
  public static final String TERMINAL = "T621121001";

  /// A terminal that is put up later, in the same county.
  public static final String NEW_TERMINAL = "T621121002";

  /// The Sparkplug group of the demo's county.
  public static final String GROUP = "GS-621121";

  /// The app's log has this name; the agent writes it.
  public static final String APP = "app";

  /// A path of a Unix domain socket fits in 107 bytes on Linux and 103 on macOS.
  private static final int SOCKET_PATH_BYTES = 103;

  public Layout {
    home = home.toAbsolutePath().normalize();
    run = run.toAbsolutePath().normalize();
  }

  /// Makes the folders of a run.
  void create() throws IOException {
    for (Path folder : List.of(logs(), platform(), console(), temporary())) {
      Files.createDirectories(folder);
    }
    create(terminal());
  }

  /// Makes the folders of one terminal.
  static void create(Terminal terminal) throws IOException {
    for (Path folder : terminal.folders()) {
      Files.createDirectories(folder);
    }
  }

  /// The terminal that is there from the start.
  Terminal terminal() {
    return new Terminal(TERMINAL, "", run, ports.bench(), ports.mirror());
  }

  /// The terminal that is put up later.
  Terminal newTerminal() {
    return new Terminal(
        NEW_TERMINAL, "-new", run.resolve("new"), ports.newBench(), ports.newMirror());
  }

  /// One log file for each process.
  public Path logs() {
    return run.resolve("logs");
  }

  /// The log of one process.
  public Path log(String program) {
    return logs().resolve(program + ".log");
  }

  /// The platform sandbox's database.
  public Path platform() {
    return run.resolve("sandbox");
  }

  /// The console's PostgreSQL and broker.
  public Path console() {
    return run.resolve("console");
  }

  /// The virtual devices of the first terminal.
  public Path bench() {
    return terminal().bench();
  }

  /// The agent of the first terminal: settings, state, socket.
  public Path agent() {
    return terminal().agent();
  }

  /// The first terminal's own store.
  public Path kiosk() {
    return terminal().kiosk();
  }

  /// The authority that gives certificates to terminals: what they and their broker believe.
  public Path authority() {
    return console().resolve("enrolment/ca.pem");
  }

  /// What the processes would otherwise put into the system's temporary folder and the user's home.
  public Path temporary() {
    return run.resolve("tmp");
  }

  /// The socket between a terminal's agent and app. Relative to the checkout, where every process starts, when the absolute path
  /// is too long for a socket.
  ///
  /// @throws IllegalStateException if no short enough path exists
  Path agentSocket(Terminal terminal) {
    Path socket = terminal.agent().resolve("app.sock");
    if (fits(socket)) {
      return socket;
    }
    if (run.startsWith(home) && fits(home.relativize(socket))) {
      return home.relativize(socket);
    }
    throw new IllegalStateException(
        "The path of the agent's socket is too long for the system; choose a shorter --dir than "
            + run);
  }

  private static boolean fits(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length <= SOCKET_PATH_BYTES;
  }

  /// The jar of one module, as the build lays it out.
  Path jar(String module) {
    return home.resolve(module).resolve("target/app").resolve(module + ".jar");
  }
}
