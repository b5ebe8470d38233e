package org.jiujin.demo.launch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The programs of the whole, with the arguments that make them meet.
final class Programs {
  /// A busy machine with two cores and nothing cached needs most of it for the console, which unpacks its PostgreSQL.
  static final Duration READY_LIMIT = Duration.ofMinutes(3);

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Layout layout;

  Programs(Layout layout) {
    this.layout = layout;
  }

  Program bench() {
    Ports ports = layout.ports();
    return bench(
        layout.terminal(),
        relay("platform", ports.platformRelay(), ports.platform()),
        relay("broker", ports.brokerRelay(), ports.broker()));
  }

  /// The devices of the terminal that is put up later. It has no cable that could be cut.
  Program newBench() {
    return bench(layout.newTerminal());
  }

  private Program bench(Terminal terminal, String... relays) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--port=" + terminal.benchPort(),
                "--dir=" + terminal.bench(),
                "--font=" + layout.home().resolve("config/fonts/NotoSansSC-Regular.ttf")));
    arguments.addAll(List.of(relays));
    return new Program(
        terminal.named(Program.BENCH),
        java(
            List.of("-XX:+UseSerialGC", "-Xmx128m"),
            "device-drivers",
            arguments.toArray(String[]::new)),
        health(terminal.benchPort()),
        READY_LIMIT);
  }

  private static String relay(String name, int listens, int target) {
    return "--relay=" + name + ":" + listens + ":" + target;
  }

  Program platform() {
    int port = layout.ports().platform();
    return new Program(
        Program.PLATFORM,
        java(
            List.of("-XX:+UseSerialGC", "-Xmx256m"),
            "platform-sandbox",
            "--server.port=" + port,
            "--sandbox.data=" + layout.platform()),
        health(port),
        READY_LIMIT);
  }

  Program console() {
    Ports ports = layout.ports();
    return new Program(
        Program.CONSOLE,
        java(
            List.of("-XX:+UseSerialGC", "-Xmx512m"),
            "fleet-console",
            "--server.port=" + ports.console(),
            "--console.broker.port=" + ports.broker(),
            "--console.broker.tls-port=" + ports.brokerTls(),
            "--console.enrolment.port=" + ports.enrolment(),
            // a terminal that waits for its operator is to go on while a person watches
            "--console.enrolment.retry-after=2s",
            "--console.data=" + layout.console(),
            "--console.configuration.folder=" + layout.home().resolve("config/fleet")),
        health(ports.console()),
        READY_LIMIT);
  }

  /// The agent starts the app; it is ready when the app's mirror answers.
  Program agent(Terminal terminal) {
    return new Program(
        terminal.named(Program.AGENT),
        java(
            List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            "fleet-agent",
            "--config=" + terminal.agent().resolve(AgentSettings.FILE)),
        health(terminal.mirrorPort()),
        READY_LIMIT);
  }

  /// How the agent of the first terminal starts the app.
  List<String> app() {
    return app(layout.terminal(), "config/terminals/demo.yaml", layout.ports().platformRelay());
  }

  /// How the agent of the terminal that is put up later starts the app.
  ///
  /// @param profile its file
  List<String> newApp(Path profile) {
    return app(layout.newTerminal(), profile.toString(), layout.ports().platform());
  }

  private List<String> app(Terminal terminal, String profile, int platform) {
    return java(
        onScreen("-Xmx512m"),
        "kiosk-app",
        "--kiosk.profile=" + profile,
        "--kiosk.home=" + layout.home(),
        "--kiosk.data=" + terminal.kiosk(),
        "--kiosk.platform=http://127.0.0.1:" + platform,
        "--kiosk.mirror.port=" + terminal.mirrorPort(),
        "--kiosk.devices=" + terminal.bench(),
        "--kiosk.agent-socket=" + layout.agentSocket(terminal));
  }

  /// How the agent tells residents that there is no app.
  List<String> safeScreen() {
    return java(
        onScreen("-Xmx128m"), "kiosk-app", "--safe-screen", "--kiosk.home=" + layout.home());
  }

  private List<String> onScreen(String memory) {
    var flags = new ArrayList<>(List.of("-XX:+UseSerialGC", memory));
    if (!layout.window()) {
      flags.add("-Dglass.platform=Headless");
      flags.add("-Dprism.order=sw");
    }
    return flags;
  }

  private List<String> java(List<String> flags, String module, String... arguments) {
    return Stream.of(
            Stream.of(JAVA),
            flags.stream(),
            ownFolders(),
            Stream.of("-jar", layout.jar(module).toString()),
            Stream.of(arguments))
        .flatMap(part -> part)
        .toList();
  }

  /// Keeps unpacked native libraries and caches below the run instead of in the user's home and the system's /tmp.
  private Stream<String> ownFolders() {
    return Stream.of(
        "-Djava.io.tmpdir=" + layout.temporary(),
        "-Duser.home=" + layout.temporary(),
        "-Djavafx.cachedir=" + layout.temporary().resolve("javafx"),
        "-XX:-UsePerfData");
  }

  private static URI health(int port) {
    return URI.create("http://127.0.0.1:" + port + "/health");
  }
}
