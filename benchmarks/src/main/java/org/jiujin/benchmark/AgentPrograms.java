package org.jiujin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The packaged agent, as it is started on a terminal and otherwise.
///
/// @param home the checkout: the agent was built there, and the shipped configuration lies there
record AgentPrograms(Path home) {
  private static final int TRAINING_SECONDS = 20;

  /// Without a single option.
  Reporter usual() {
    return reporter("agent, Java's usual options", List.of());
  }

  /// As the shipped unit starts it, before its cache was made.
  Reporter shipped() {
    return reporter("agent, shipped options", options());
  }

  /// As the shipped unit starts it.
  Reporter cached(Path cache) {
    List<String> options = new ArrayList<>(options());
    options.add("-XX:AOTCache=" + cache);
    return reporter("agent, shipped options and cache", options);
  }

  /// Makes the cache with the script that makes it on a terminal.
  Path makeCache(AgentRun.Place place) throws IOException, InterruptedException {
    Files.createDirectories(place.folder());
    Path cache = place.folder().resolve("agent.aot");
    Process script =
        new ProcessBuilder(
                home.resolve("config/agent/make-cache").toString(),
                java(),
                optionsFile().toString(),
                jar().toString(),
                settings(place).toString(),
                cache.toString(),
                String.valueOf(TRAINING_SECONDS))
            .redirectErrorStream(true)
            .redirectOutput(place.folder().resolve("output").toFile())
            .start();
    if (script.waitFor() != 0) {
      throw new IllegalStateException("no cache was made, see " + place.folder());
    }
    return cache;
  }

  private Reporter reporter(String name, List<String> options) {
    return new Reporter(
        name,
        place ->
            Stream.of(
                    List.of(java()),
                    options,
                    List.of(
                        "-Dagent.log=" + place.folder().resolve("agent.log"),
                        "-jar",
                        jar().toString(),
                        "--config=" + settings(place)))
                .flatMap(List::stream)
                .toList(),
        // it tells systemd that it lives, as on a terminal, though nobody listens
        Map.of("NOTIFY_SOCKET", "/run/nobody-listens", "WATCHDOG_USEC", "90000000"));
  }

  private List<String> options() {
    return List.of("@" + optionsFile());
  }

  private Path optionsFile() {
    return home.resolve("config/agent/agent.jvm");
  }

  private Path jar() {
    return home.resolve("fleet-agent/target/app/fleet-agent.jar");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Path settings(AgentRun.Place place) {
    Path folder = place.folder();
    Path socket = folder.resolve("app.sock");
    List<String> lines =
        new ArrayList<>(
            List.of(
                "terminal.id = " + place.node(),
                "terminal.group = GS-621121",
                "broker.uri = " + place.broker(),
                "data.dir = " + folder.resolve("data"),
                "app.socket = " + socket,
                "app.log = " + folder.resolve("app.log")));
    List<String> app =
        List.of(
            java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx16m",
            "-cp",
            System.getProperty("java.class.path"),
            StandInApp.class.getName(),
            socket.toString());
    for (int i = 0; i < app.size(); i++) {
      lines.add("app.command." + i + " = " + app.get(i));
    }
    try {
      return Files.write(folder.resolve("agent.properties"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
