package org.jiujin.demo.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole on one machine: bench, platform, console, agent and app. Thread-safe like [Launch].
public final class Whole implements AutoCloseable {
  private final Layout layout;
  private final Programs programs;
  private final Launch launch;
  private final FileChannel lock;

  private Whole(Layout layout, FileChannel lock) {
    this.layout = layout;
    this.programs = new Programs(layout);
    this.lock = lock;
    this.launch =
        new Launch(layout.home(), layout.run(), Map.of("TMPDIR", layout.temporary().toString()));
  }

  /// Makes the folders and settings of a run, and ends what a killed earlier run left behind in them.
  ///
  /// @throws IOException if the folder cannot be used, also because another run uses it now
  public static Whole prepare(Layout layout) throws IOException {
    layout.create();
    var whole = new Whole(layout, lock(layout.run()));
    AgentSettings.write(layout, whole.programs.app(), whole.programs.safeScreen());
    whole.launch.endLeftovers();
    return whole;
  }

  private static FileChannel lock(Path run) throws IOException {
    var channel =
        FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException byThisProcess) {
      // said below
    }
    channel.close();
    throw new IOException(
        "Another demo already runs in " + run + "; stop it or name another --dir");
  }

  /// Starts everything, the agent last, as it needs the others.
  ///
  /// @return one answer for each program up to the first that failed
  public List<Started> start() throws InterruptedException {
    var answers =
        new ArrayList<>(
            launch.start(List.of(programs.bench(), programs.platform(), programs.console())));
    if (answers.getLast() instanceof Started.Ready) {
      answers.add(launch.start(programs.agent(layout.terminal())));
    }
    return answers;
  }

  /// Puts up a second terminal that nobody has registered, its disk empty, and starts it.
  ///
  /// @return one answer for each program up to the first that failed
  public List<Started> startNewTerminal() throws IOException, InterruptedException {
    Terminal terminal = layout.newTerminal();
    wipe(terminal.folder());
    Layout.create(terminal);
    Path profile = terminal.folder().resolve("terminal.yaml");
    String usual = Files.readString(layout.home().resolve("config/terminals/demo.yaml"));
    Files.writeString(profile, usual.replace(Layout.TERMINAL, terminal.id()));
    AgentSettings.writeNew(layout, programs.newApp(profile), programs.safeScreen());
    return started(programs.newBench(), programs.agent(terminal));
  }

  /// Each only when the one before is ready.
  private List<Started> started(Program... one) throws InterruptedException {
    var answers = new ArrayList<Started>();
    for (Program program : one) {
      answers.add(launch.start(program));
      if (answers.getLast() instanceof Started.Failed) {
        break;
      }
    }
    return answers;
  }

  /// Switches the second terminal off.
  public void stopNewTerminal() {
    launch.stop(layout.newTerminal().named(Program.AGENT));
    launch.stop(layout.newTerminal().named(Program.BENCH));
  }

  public Layout layout() {
    return layout;
  }

  /// Cuts the platform's power.
  public void killPlatform() {
    launch.kill(Program.PLATFORM);
  }

  /// Starts the platform again and waits until it answers.
  public Started startPlatform() throws InterruptedException {
    return launch.start(programs.platform());
  }

  /// Cuts the power of the console, and of the broker and the database within it.
  public void killConsole() {
    launch.kill(Program.CONSOLE);
  }

  /// Starts the console again and waits until it answers.
  public Started startConsole() throws InterruptedException {
    return launch.start(programs.console());
  }

  /// The app's process, while there is one.
  public Optional<ProcessHandle> app() {
    return ProcessHandle.of(launch.pid(Program.AGENT)).stream()
        .flatMap(ProcessHandle::descendants)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains("kiosk-app.jar"))
        .findFirst();
  }

  /// The name of a program that has ended by itself, if there is one.
  public Optional<String> fallen() {
    return launch.fallen();
  }

  /// True once [#close] was called.
  public boolean isClosed() {
    return launch.isClosed();
  }

  /// Where a person touches the kiosk's screen.
  public URI mirror() {
    return address(layout.ports().mirror());
  }

  /// Where a person sees the second terminal's screen.
  public URI newMirror() {
    return address(layout.ports().newMirror());
  }

  /// Where a person lays cards and pulls cables.
  public URI bench() {
    return address(layout.ports().bench());
  }

  /// Where an operator looks.
  public URI console() {
    return address(layout.ports().console());
  }

  /// The platform, without the cable that the bench can cut.
  public URI platform() {
    return address(layout.ports().platform());
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /// Stops everything, the agent and its app first.
  @Override
  public void close() {
    launch.close();
    try {
      lock.close();
    } catch (IOException alreadyGone) {
      // the lock ends with this process anyway
    }
  }

  /// Removes what an earlier run wrote, so that a story begins with nothing.
  public static void wipe(Path run) throws IOException {
    if (!Files.exists(run)) {
      return;
    }
    try (var files = Files.walk(run)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
