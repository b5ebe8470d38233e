package org.jiujin.benchmark;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// One terminal with the packaged agent, which finds a direction on its disk when it starts.
///
/// @param home the checkout
/// @param folder of the terminal; short, because the path of a socket must be
record UpdatingTerminal(Path home, Path folder) {
  static final String GROUP = "GS-621121";
  static final String NAME = "T621121001";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /// What starts the stand-in of the app in one release.
  ///
  /// @param greeted a file that it makes when it has said hello
  List<String> starter(Path greeted) {
    return List.of(
        java(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx16m",
        "-cp",
        System.getProperty("java.class.path"),
        StandInApp.class.getName(),
        socket().toString(),
        greeted.toString());
  }

  void prepare(UpdateDepot depot, int port, Path shipped) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        settings(),
        List.of(
            "terminal.id = " + NAME,
            "terminal.group = " + GROUP,
            "broker.uri = tcp://127.0.0.1:1",
            "data.dir = " + data(),
            "app.socket = " + socket(),
            "app.log = " + folder.resolve("app.log"),
            "app.shipped = " + shipped,
            "app.command.0 = ${app}/bin/start",
            "commands.keys = " + depot.commandKeys(),
            "update.repository = http://127.0.0.1:" + port,
            "update.root = " + depot.root(),
            "update.jitter-minutes = 0",
            "update.disk-floor-mb = 100",
            "update.proof-seconds = 10"));
  }

  /// Starts the agent with a direction, waits until the app of its release runs and has proved itself, and stops the agent.
  ///
  /// @param greeted what that app makes
  Times update(ByteString direction, Path greeted) throws IOException, InterruptedException {
    Path updates = Files.createDirectories(data().resolve("updates"));
    Files.write(updates.resolve("direction"), direction.toByteArray());
    long slots = slots();
    long start = System.nanoTime();
    Process agent =
        new ProcessBuilder(
                java(),
                "@" + home.resolve("config/agent/agent.jvm"),
                "-jar",
                home.resolve("fleet-agent/target/app/fleet-agent.jar").toString(),
                "--config=" + settings())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("agent.log").toFile()))
            .start();
    try {
      Duration fetched = await(agent, start, () -> slots() > slots);
      Duration running = await(agent, start, () -> Files.exists(greeted));
      await(
          agent,
          start,
          () -> {
            try (Stream<String> lines = Files.lines(folder.resolve("agent.log"))) {
              return lines.filter(line -> line.contains("has proved itself")).count() > slots;
            }
          });
      return new Times(fetched, running);
    } finally {
      agent.destroy();
      if (!agent.waitFor(20, TimeUnit.SECONDS)) {
        agent.destroyForcibly();
      }
    }
  }

  /// From the start of the agent's process.
  ///
  /// @param fetched until the release lay in its slot
  /// @param running until its app had greeted
  record Times(Duration fetched, Duration running) {}

  private interface Look {
    boolean isSo() throws IOException;
  }

  private Duration await(Process agent, long start, Look look) throws IOException {
    while (!look.isSo()) {
      Duration gone = Duration.ofNanos(System.nanoTime() - start);
      if (!agent.isAlive() || gone.compareTo(LIMIT) > 0) {
        throw new IOException("the update does not get on; see " + folder.resolve("agent.log"));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// The highest number of a slot; what is removed meanwhile does not matter.
  private long slots() throws IOException {
    Path app = data().resolve("updates/app");
    if (!Files.isDirectory(app)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(app)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("\\d+"))
          .mapToLong(Long::parseLong)
          .max()
          .orElse(0);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path settings() {
    return folder.resolve("agent.properties");
  }

  private Path socket() {
    return folder.resolve("s");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
