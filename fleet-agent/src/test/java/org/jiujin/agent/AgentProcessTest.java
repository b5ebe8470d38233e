package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jiujin.agent.link.TestBroker;
import org.jiujin.agent.link.TestHost;
import org.jiujin.agent.link.TestHost.Heard;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.Names;
import org.jiujin.fleet.NodeMetric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole agent as the process that it is on a terminal, with a child and a real broker.
class AgentProcessTest {
  private static final String TINY_APP = "org.jiujin.agent.supervise.TinyApp";
  private static final long END_SECONDS = 20;

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();
  private TestBroker broker;
  private TestHost host;

  @BeforeEach
  void open() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
    host = TestHost.connect(broker.uri());
    writeSettings();
  }

  @AfterEach
  void close() throws Exception {
    for (Process agent : started) {
      agent.descendants().forEach(ProcessHandle::destroyForcibly);
      agent.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
    }
    host.close();
    broker.stop();
  }

  @Test
  void isStartedAgainAfterAKillAndEndsTheAppThatItLeftBehind() throws Exception {
    Process first = agent("");
    awaitReady();
    long app = appPid();
    long bdSeq = bdSeq(lastBirth());
    first.destroyForcibly();
    host.await("the will", heard -> "NDEATH".equals(heard.getLast().type()));
    assertEquals(bdSeq, bdSeq(host.heard().getLast()));

    agent("");
    awaitReady();
    assertEquals(bdSeq + 1, bdSeq(lastBirth()));
    assertNotEquals(app, appPid());
    assertFalse(ProcessHandle.of(app).map(ProcessHandle::isAlive).orElse(false), "two apps");
  }

  @Test
  void isMissedWhileItGetsNoTimeAndComesBackByItself() throws Exception {
    Process agent = agent("");
    awaitReady();
    long bdSeq = bdSeq(lastBirth());
    signal("STOP", agent);
    host.await("the will", heard -> "NDEATH".equals(heard.getLast().type()));
    signal("CONT", agent);
    host.await("another birth", _ -> bdSeq(lastBirth()) == bdSeq + 1);
    awaitReady();
    assertTrue(agent.isAlive());
  }

  /// A limit of the operating system on the size of files refuses every byte, as a full disk does.
  @Test
  void reportsAndKeepsTheAppRunningOnAFullDisk() throws Exception {
    agent("ulimit -f 0; ");
    awaitReady();
    assertTrue(ProcessHandle.of(appPid()).orElseThrow().isAlive());
    assertEquals(0, Files.size(folder.resolve("agent-0.log")), "the limit holds");
  }

  @Test
  void leavesInAnOrderlyWayWhenItIsAskedTo() throws Exception {
    Process agent = agent("");
    awaitReady();
    long app = appPid();
    agent.destroy();
    assertTrue(agent.waitFor(END_SECONDS, TimeUnit.SECONDS), "it does not end");
    System.out.println(
        "STATUS "
            + (Files.exists(Path.of("/proc/" + app + "/status"))
                ? Files.readString(Path.of("/proc/" + app + "/status")).substring(0, 120)
                : "none"));
    host.await("its leave", heard -> "NDEATH".equals(heard.getLast().type()));
    assertFalse(ProcessHandle.of(app).map(ProcessHandle::isAlive).orElse(false));
    assertTrue(Files.exists(folder.resolve("stopped-politely")));
  }

  @Test
  void leavesNoAppBehindWhenItIsAskedToLeaveWhileItStarts() throws Exception {
    Process agent = agent("");
    Path note = folder.resolve("data/app.process");
    host.await("an app's process", _ -> Files.exists(note) && noted(note) > 0);
    long app = noted(note);
    agent.destroy();
    assertTrue(agent.waitFor(END_SECONDS, TimeUnit.SECONDS), "it does not end");
    System.out.println(
        "STATUS "
            + (Files.exists(Path.of("/proc/" + app + "/status"))
                ? Files.readString(Path.of("/proc/" + app + "/status")).substring(0, 120)
                : "none"));
    assertFalse(ProcessHandle.of(app).map(ProcessHandle::isAlive).orElse(false));
  }

  private static long noted(Path note) {
    try {
      String text = Files.readString(note);
      return text.endsWith("\n") ? Long.parseLong(text.split(" ", 2)[0]) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param before what the shell does before it becomes the agent
  private Process agent(String before) throws IOException {
    Process agent =
        new ProcessBuilder(command(before))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("agent-" + started.size() + ".log").toFile())
            .start();
    started.add(agent);
    return agent;
  }

  private List<String> command(String before) {
    return Stream.concat(
            Stream.of("sh", "-c", before + "exec \"$0\" \"$@\""),
            java(FleetAgent.class.getName(), "--config=" + folder.resolve("agent.properties"))
                .stream())
        .toList();
  }

  private static List<String> java(String program, String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dslf4j.provider=org.jiujin.agent.log.LogProvider", // as packaged, without Logback
                "-Dslf4j.internal.verbosity=WARN",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program),
            Stream.of(arguments))
        .toList();
  }

  private void writeSettings() throws IOException {
    var settings = new Properties();
    settings.setProperty("terminal.id", "T621121001");
    settings.setProperty("terminal.group", "GS-621121");
    settings.setProperty("broker.uri", broker.uri());
    settings.setProperty("broker.keep-alive-seconds", "5");
    settings.setProperty("broker.longest-retry-seconds", "2");
    settings.setProperty("data.dir", folder.resolve("data").toString());
    settings.setProperty("app.socket", folder.resolve("app.sock").toString());
    settings.setProperty("app.log", folder.resolve("app.log").toString());
    List<String> app = java(TINY_APP, folder.resolve("app.sock").toString());
    for (int i = 0; i < app.size(); i++) {
      settings.setProperty("app.command." + i, app.get(i));
    }
    try (Writer writer = Files.newBufferedWriter(folder.resolve("agent.properties"))) {
      settings.store(writer, null);
    }
  }

  /// Until the app is ready after the last birth of the node.
  private void awaitReady() {
    host.await(
        "a ready app",
        heard -> {
          int birth = heard.stream().map(Heard::type).toList().lastIndexOf("NBIRTH");
          var since = birth < 0 ? List.<Heard>of() : heard.subList(birth, heard.size());
          return since.stream().anyMatch(one -> says(one, AppState.READY))
              && since.stream().noneMatch(one -> "NDEATH".equals(one.type()));
        });
  }

  private boolean says(Heard message, AppState state) {
    return value(message, NodeMetric.APP_STATE)
        .filter(MetricValue.of(state.word())::equals)
        .isPresent();
  }

  private long appPid() {
    return host.heard().reversed().stream()
        .flatMap(message -> value(message, NodeMetric.APP_PID).stream())
        .filter(value -> !value.equals(MetricValue.of(0L)))
        .findFirst()
        .map(value -> ((MetricValue.Int64) value).value())
        .orElseThrow();
  }

  /// By its alias in DATA, which the births of one node never change.
  private Optional<MetricValue> value(Heard message, NodeMetric metric) {
    long alias =
        lastBirth().payload().metrics().stream()
            .filter(one -> one.isNamed(metric.wireName()))
            .map(one -> String.valueOf(one.alias()))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow();
    return message.payload().metrics().stream()
        .filter(one -> one.alias() != null && one.alias() == alias)
        .map(Metric::value)
        .findFirst();
  }

  private Heard lastBirth() {
    return host.heard().reversed().stream()
        .filter(one -> "NBIRTH".equals(one.type()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no birth"));
  }

  private static long bdSeq(Heard message) {
    return message
        .payload()
        .valueOf(Names.BD_SEQ)
        .map(value -> ((MetricValue.Int64) value).value())
        .orElseThrow();
  }

  private static void signal(String name, Process process) throws Exception {
    assertEquals(
        0,
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
            .inheritIO()
            .start()
            .waitFor());
  }
}
