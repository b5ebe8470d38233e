package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.update.Urgency;
import org.jiujin.update.trust.release.Manifest;
import org.jiujin.update.trust.release.ReleaseKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The agent replaces itself: the shipped launcher, real releases of the agent, and somebody who starts it again as systemd does.
@Timeout(300)
class AgentSelfUpdateTest {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("kiosk.home"), "config/agent/jiujin-agent");

  @TempDir Path folder;
  private ReleaseDepot depot;
  private AgentBench bench;

  @BeforeEach
  void begin() throws Exception {
    depot = ReleaseDepot.open(folder);
    Path home = Files.createDirectory(folder.resolve("terminal"));
    Path shipped = depot.image("shipped-app", AgentBench.tinyApp(home));
    bench =
        AgentBench.start(
            home,
            List.of(keeper(home).toString()),
            List.of("${app}/bin/start"),
            "app.shipped = " + shipped,
            "update.repository = " + depot.address(),
            "update.root = " + depot.root,
            "update.jitter-minutes = 0",
            "update.disk-floor-mb = 10",
            "update.proof-seconds = 10",
            "update.trial-seconds = 60");
  }

  @AfterEach
  void end() throws IOException {
    bench.close();
    depot.close();
  }

  @Test
  void goesOnInAnotherReleaseAndComesBackFromOnesThatDoNotStayUp() throws Exception {
    bench.await("the shipped one", () -> state().equals("app=shipped agent=shipped"));
    direct(1, release("0.2.0", FleetAgent.class.getName()));
    bench.await("the trial", () -> state().equals("app=shipped agent=0.2.0:trial"));
    bench.await("that it is good", () -> state().equals("app=shipped agent=0.2.0"));
    assertFalse(Files.exists(releases().resolve("boot")), "starts are not counted any more");

    direct(2, release("0.3.0", "org.nowhere.Main"));
    bench.await(
        "the way back from what does not start",
        () -> state().equals("app=shipped agent=0.2.0>0.3.0:given-up:does-not-start"));

    direct(3, release("0.4.0", DyingAgent.class.getName()));
    bench.await(
        "the way back from what dies",
        () -> state().equals("app=shipped agent=0.2.0>0.4.0:given-up:agent-restarts"));
    bench.await("an app that serves", () -> "ready".equals(bench.last(NodeMetric.APP_STATE)));
    bench.await(
        "all the news",
        () ->
            bench.records().stream()
                .filter(AgentSelfUpdateTest::isNews)
                .toList()
                .equals(
                    List.of(
                        new RecordBody.UpdateProved("agent", "0.2.0"),
                        new RecordBody.UpdateFellBack("agent", "0.3.0", "0.2.0", "does-not-start"),
                        new RecordBody.UpdateFellBack(
                            "agent", "0.4.0", "0.2.0", "agent-restarts"))));
    assertEquals(List.of("1"), slots(), "those that were given up are removed");
    assertTrue(
        bench.lines("agent.log").stream().anyMatch(line -> line.contains("did not stay up")));
  }

  private static boolean isNews(RecordBody body) {
    return body instanceof RecordBody.UpdateProved || body instanceof RecordBody.UpdateFellBack;
  }

  private Path releases() {
    return folder.resolve("terminal/data/updates/agent");
  }

  private List<String> slots() throws IOException {
    try (var files = Files.list(releases())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("\\d+"))
          .toList();
    }
  }

  private String state() {
    return bench.last(NodeMetric.FLEET_UPDATE_STATE);
  }

  private void direct(long version, Manifest manifest) throws Exception {
    var direction = ReleaseDepot.direction(version, manifest, 1, Urgency.SOON, bench.signer());
    bench.awaitTold(bench.send(CommandVerb.DIRECT_UPDATES, direction) + " done");
  }

  private Manifest release(String version, String main) throws Exception {
    return depot.release(ReleaseKind.AGENT, version, image(version, main));
  }

  /// An agent as it lies on a terminal; its libraries are those of this test.
  private Path image(String version, String main) throws IOException {
    Path image = Files.createDirectories(folder.resolve("agents").resolve(version));
    var manifest = new java.util.jar.Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    attributes.put(Attributes.Name.MAIN_CLASS, main);
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(image.resolve("fleet-agent.jar"))) {
      new JarOutputStream(out, manifest).close();
    }
    return image;
  }

  /// Starts the launcher again whenever it ends.
  private Path keeper(Path home) throws IOException {
    List<String> launch =
        new ArrayList<>(
            List.of(
                LAUNCHER.toString(),
                image("shipped", FleetAgent.class.getName()).toString(),
                home.resolve("data").toString(),
                AgentBench.settings(home).toString(),
                AgentBench.java()));
    launch.addAll(AgentBench.options());
    Path keeper = home.resolve("keeper");
    Files.writeString(
        keeper,
        """
        #!/bin/sh
        trap 'kill -TERM "$child"; wait "$child"; exit 143' TERM
        while :; do
          "%s" &
          child=$!
          wait "$child"
          sleep 0.2
        done
        """
            .formatted(String.join("\" \"", launch)));
    assertTrue(keeper.toFile().setExecutable(true));
    return keeper;
  }
}
