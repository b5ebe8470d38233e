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
    return new Program(
        Program.BENCH,
        java(
            List.of("-XX:+UseSerialGC", "-Xmx128m"),
            "device-drivers",
            "--port=" + ports.bench(),
            "--dir=" + layout.bench(),
            "--font=" + layout.home().resolve("config/fonts/NotoSansSC-Regular.ttf"),
            relay("platform", ports.platformRelay(), ports.platform()),
            relay("broker", ports.brokerRelay(), ports.broker())),
        health(ports.bench()),
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
            "--console.data=" + layout.console(),
            "--console.configuration.folder=" + layout.home().resolve("config/fleet")),
        health(ports.console()),
        READY_LIMIT);
  }

  /// The agent starts the app; it is ready when the app's mirror answers.
  Program agent() {
    return new Program(
        Program.AGENT,
        java(
            List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            "fleet-agent",
            "--config=" + layout.agent().resolve(AgentSettings.FILE)),
        health(layout.ports().mirror()),
        READY_LIMIT);
  }

  /// How the agent starts the app.
  List<String> app() {
    Ports ports = layout.ports();
    return java(
        onScreen("-Xmx512m"),
        "kiosk-app",
        "--kiosk.profile=config/terminals/demo.yaml",
        "--kiosk.home=" + layout.home(),
        "--kiosk.data=" + layout.kiosk(),
        "--kiosk.platform=http://127.0.0.1:" + ports.platformRelay(),
        "--kiosk.mirror.port=" + ports.mirror(),
        "--kiosk.devices=" + layout.bench(),
        "--kiosk.agent-socket=" + layout.agentSocket());
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
