package org.jiujin.agent.lone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jiujin.agent.link.TestBroker;
import org.jiujin.agent.link.TestHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command, against a real broker.
class LoneAgentTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private TestBroker broker;

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
  }

  @AfterEach
  void stopBroker() throws Exception {
    broker.stop();
  }

  @Test
  void livesItsTimeAndLeavesInAnOrderlyWay() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri())) {
      assertEquals(0, run("--devices idcard,receipt --rate 4 --until 4s"));
      host.await("the death", _ -> host.types().contains("NDEATH"));
      List<String> types = host.types();
      assertEquals(List.of("NBIRTH", "DBIRTH", "DBIRTH"), types.subList(0, 3));
      assertTrue(types.contains("NDATA"), types::toString);
      assertTrue(types.contains("DDATA"), types::toString);
      List<String> end = types.subList(types.indexOf("NDEATH") - 2, types.indexOf("NDEATH"));
      assertEquals(List.of("DDEATH", "DDEATH"), end, "devices go with the app");
      List<Integer> seqs =
          host.heard().stream()
              .filter(one -> !one.type().equals("NDEATH"))
              .map(one -> one.payload().seq())
              .toList();
      for (int i = 0; i < seqs.size(); i++) {
        assertEquals(i % 256, seqs.get(i));
      }
    }
  }

  @Test // operational-behavior-device-ddeath
  void pullsDevicesAndPlugsThemInAgain() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri())) {
      assertEquals(0, run("--devices idcard --rate 0 --unplug 500ms --until 4s"));
      host.await("the death", _ -> host.types().contains("NDEATH"));
      List<String> types = host.types();
      int pulled = types.indexOf("DDEATH");
      assertTrue(pulled > 1, types::toString);
      assertTrue(types.subList(pulled, types.size()).contains("DBIRTH"), types::toString);
    }
  }

  @Test
  void leavesInAnOrderlyWayAtASignal() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri())) {
      Process agent = start("--devices idcard --rate 0");
      try {
        host.awaitTypes(List.of("NBIRTH", "DBIRTH"));
        agent.destroy(); // SIGTERM
        assertTrue(agent.waitFor(10, TimeUnit.SECONDS), "it ends");
        host.await("the death", _ -> host.types().contains("NDEATH"));
        assertTrue(host.types().contains("DDEATH"), host.types()::toString);
      } finally {
        agent.destroyForcibly().waitFor();
      }
    }
    List<String> lines = Files.readAllLines(folder.resolve("log"));
    assertTrue(lines.getFirst().contains("online at " + broker.uri()), lines::toString);
    assertTrue(lines.get(1).contains("born"), lines::toString);
    assertTrue(lines.getLast().endsWith(" left"), lines::toString);
  }

  @Test
  void saysByItsExitCodeThatNobodyEverHeardIt() throws Exception {
    int free = TestBroker.freePort();
    assertEquals(
        1,
        LoneAgent.run(
            List.of(
                "--broker",
                "tcp://127.0.0.1:" + free,
                "--group",
                "G",
                "--node",
                "N",
                "--until",
                "500ms"),
            folder,
            err()));
  }

  @Test
  void complainsInOneLine() throws Exception {
    assertEquals(2, LoneAgent.run(List.of("--broker", "here"), folder, err()));
    String complaint = complaints.toString(StandardCharsets.UTF_8);
    assertEquals(1, complaint.lines().count(), complaint);
    assertTrue(complaint.contains("tcp://HOST:PORT"), complaint);
  }

  @Test
  void complainsWhenItCannotKeepItsCount() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(2, run("--until 1s --data " + file.resolve("below")));
    String complaint = complaints.toString(StandardCharsets.UTF_8);
    assertEquals(1, complaint.lines().count(), complaint);
    assertTrue(complaint.contains("--data"), complaint);
  }

  @Test
  void tellsItsOptions() {
    assertEquals(0, LoneAgent.run(List.of("--help"), folder, err()));
    String help = complaints.toString(StandardCharsets.UTF_8);
    for (String option : List.of("--broker", "--host", "--tls", "--until", "--complex")) {
      assertTrue(help.contains(option), option);
    }
    assertFalse(help.lines().anyMatch(line -> line.length() > 132), "lines fit a screen");
  }

  private int run(String more) {
    return LoneAgent.run(words(more), folder, err());
  }

  private Process start(String more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.provider=org.jiujin.agent.log.LogProvider", // as packaged, without Logback
                "-Dslf4j.internal.verbosity=WARN",
                "-Dagent.log.for=person",
                "-cp",
                System.getProperty("java.class.path"),
                LoneAgent.class.getName(),
                folder.toString()));
    command.addAll(words(more));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private List<String> words(String more) {
    List<String> words =
        new ArrayList<>(List.of("--broker", broker.uri(), "--group", "G", "--node", "N"));
    words.addAll(Arrays.asList(more.split(" ", -1)));
    return words;
  }

  private PrintStream err() {
    return new PrintStream(complaints, true, StandardCharsets.UTF_8);
  }
}
