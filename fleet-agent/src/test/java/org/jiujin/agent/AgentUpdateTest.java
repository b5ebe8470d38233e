package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

/// Releases from a real repository over HTTP to real agents with real apps.
@Timeout(300)
class AgentUpdateTest {
  @TempDir Path folder;
  private ReleaseDepot depot;

  @BeforeEach
  void open() throws Exception {
    depot = ReleaseDepot.open(folder);
  }

  @AfterEach
  void close() {
    depot.close();
  }

  @Test
  void installsWhatItIsDirectedToWhenNobodyUsesItAndGoesBackWhenItIsToldTo() throws Exception {
    try (AgentBench bench = bench("good")) {
      Path home = folder.resolve("good");
      Manifest next = depot.release(ReleaseKind.APP, "0.2.0", image("good", "0.2.0", ""));
      assertEquals("app=shipped", state(bench));
      Files.createFile(home.resolve("serving"));
      bench.await("a resident", () -> bench.last(NodeMetric.APP_STATE).equals("serving"));
      direct(bench, 1, next, 1);
      bench.await("that it lies there", () -> state(bench).equals("app=shipped>0.2.0:waiting"));
      assertEquals("tiny", bench.last(NodeMetric.APP_VERSION), "a resident is not disturbed");
      Files.delete(home.resolve("serving"));
      bench.await("the new app", () -> bench.last(NodeMetric.APP_VERSION).equals("0.2.0"));
      bench.await("the trial", () -> state(bench).equals("app=0.2.0:trial"));
      bench.killAgent(); // a trial outlives the agent
      bench.await("that it is good", () -> state(bench).equals("app=0.2.0"));
      bench.await(
          "the news of it",
          () -> bench.records().contains(new RecordBody.UpdateProved("app", "0.2.0")));

      Manifest after = depot.release(ReleaseKind.APP, "0.3.0", image("good", "0.3.0", ""));
      String paused = bench.send(CommandVerb.PAUSE_UPDATES, Map.of("hours", "2"));
      bench.awaitTold(paused + " done");
      direct(bench, 2, after, 1);
      bench.await("the pause", () -> state(bench).equals("paused app=0.2.0>0.3.0:fetching"));
      bench.killAgent();
      bench.await("the pause still", () -> state(bench).startsWith("paused app=0.2.0"));
      String now = bench.send(CommandVerb.UPDATE_NOW, Map.of());
      bench.awaitTold(now + " done");
      bench.await("the third", () -> state(bench).equals("app=0.3.0"));
      assertEquals("0.3.0", bench.last(NodeMetric.APP_VERSION));

      ByteString old = direction(bench, 1, next, 1);
      bench.awaitTold(bench.send(CommandVerb.DIRECT_UPDATES, old) + " refused old-version");
      direct(bench, 3, next, 1); // the way back is a new direction
      bench.await("the second again", () -> state(bench).equals("app=0.2.0"));
      String nothing = bench.send(CommandVerb.UPDATE_NOW, Map.of());
      bench.awaitTold(nothing + " failed nothing-to-do");
    }
  }

  @Test
  void goesBackByItselfFromWhatIsNoGoodAndSaysWhy() throws Exception {
    List<Callable<String>> bad =
        List.of(
            () -> reasonOf("ends", "ends"),
            () -> reasonOf("shows-nothing", "silent"),
            () -> reasonOf("loses-a-device", "hides"),
            () -> reasonOf("leaks", "leaks"));
    List<String> reasons = new ArrayList<>();
    try (ExecutorService terminals = Executors.newFixedThreadPool(bad.size())) {
      for (Future<String> one : terminals.invokeAll(bad)) {
        reasons.add(one.get());
      }
    }
    assertEquals(List.of("app-ended", "not-well", "not-well", "too-large"), reasons);
  }

  @Test
  void whatTheAppIsStartedWithIsUpdatedLikeTheAppItself() throws Exception {
    Path home = Files.createDirectory(folder.resolve("kinds"));
    List<String> starter = new ArrayList<>(AgentBench.tinyApp(home));
    starter.addAll(List.of("tiny", ""));
    Path shipped = depot.image("shipped-kinds", starter);
    Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
    Files.writeString(catalogue.resolve("matter"), "first");
    List<String> settings = new ArrayList<>(settings(shipped));
    settings.add("catalogue.shipped = " + catalogue);
    try (AgentBench bench =
        AgentBench.start(
            home, List.of("${app}/bin/start", "${catalogue}"), settings.toArray(String[]::new))) {
      assertEquals(List.of(catalogue.toString()), bench.lines("catalogues"));
      Files.writeString(catalogue.resolve("matter"), "second");
      direct(bench, 1, depot.release(ReleaseKind.CATALOGUE, "2026.11", catalogue), 1);
      bench.await(
          "the other catalogue", () -> state(bench).equals("app=shipped catalogue=2026.11"));
      Path slot = home.resolve("data/updates/catalogue/1/image");
      assertEquals(slot.toString(), bench.lines("catalogues").getLast());
      assertEquals("second", Files.readString(slot.resolve("matter")));
      Files.createFile(catalogue.resolve("broken"));
      direct(bench, 2, depot.release(ReleaseKind.CATALOGUE, "2026.12", catalogue), 1);
      bench.await(
          "the way back",
          () -> state(bench).equals("app=shipped catalogue=2026.11>2026.12:given-up:app-ended"));
      bench.await(
          "the app with the one before",
          () -> bench.lines("catalogues").getLast().equals(slot.toString()));
    }
  }

  @Test
  void anAgentThatIsKilledAgainAndAgainGetsThereAllTheSame() throws Exception {
    try (AgentBench bench = bench("killed")) {
      Manifest next = depot.release(ReleaseKind.APP, "0.2.0", image("killed", "0.2.0", ""));
      direct(bench, 1, next, 1);
      var random = new Random(5);
      for (int i = 0; i < 6; i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100 + random.nextInt(1500)));
        bench.killAgent();
      }
      bench.await(
          "an end",
          () -> state(bench).equals("app=0.2.0") || state(bench).contains(":agent-restarts"));
      if (!state(bench).equals("app=0.2.0")) {
        direct(
            bench, 2, next, 2); // so many kills looked like a release that takes the machine down
        bench.await("the second attempt", () -> state(bench).equals("app=0.2.0"));
      }
      assertEquals("0.2.0", bench.last(NodeMetric.APP_VERSION));
    }
  }

  @Test
  void takesNothingThatTheRepositoryDoesNotHaveAsItWasNamed() throws Exception {
    try (AgentBench bench = bench("none")) {
      Manifest good = depot.release(ReleaseKind.APP, "0.2.0", image("none", "0.2.0", ""));
      depot.revoke("0.2.0");
      direct(bench, 1, good, 1);
      bench.await(
          "that it is gone", () -> state(bench).equals("app=shipped>0.2.0:resting:revoked"));
      Manifest real = depot.release(ReleaseKind.APP, "0.3.0", image("none", "0.3.0", ""));
      var other = new Manifest(real.id(), real.files().subList(0, 1));
      direct(bench, 2, other, 1);
      bench.await(
          "that it is another",
          () -> state(bench).equals("app=shipped>0.3.0:resting:wrong-manifest"));
      assertEquals("tiny", bench.last(NodeMetric.APP_VERSION));
    }
  }

  /// One terminal with one bad release, from the direction to the app that serves again.
  private String reasonOf(String name, String wrong) throws Exception {
    try (AgentBench bench = bench(name)) {
      Manifest manifest =
          depot.release(ReleaseKind.APP, "9." + name, image(name, "9." + name, wrong));
      direct(bench, 1, manifest, 1);
      bench.await("the way back", () -> fallback(bench).isPresent());
      bench.await(
          "an app that serves",
          () ->
              bench.last(NodeMetric.APP_STATE).equals("ready")
                  && bench.last(NodeMetric.APP_VERSION).equals("tiny"));
      assertTrue(state(bench).startsWith("app=shipped>9." + name + ":given-up:"), state(bench));
      RecordBody.UpdateFellBack told = fallback(bench).orElseThrow();
      assertEquals("shipped", told.to());
      assertFalse(Files.exists(folder.resolve(name + "/data/updates/app/1")), "it is removed");
      return told.reason();
    }
  }

  private static Optional<RecordBody.UpdateFellBack> fallback(AgentBench bench) {
    return bench.records().stream()
        .filter(RecordBody.UpdateFellBack.class::isInstance)
        .map(RecordBody.UpdateFellBack.class::cast)
        .findFirst();
  }

  private AgentBench bench(String name) throws Exception {
    Path home = Files.createDirectory(folder.resolve(name));
    Path shipped = depot.image("shipped-" + name, AgentBench.tinyApp(home));
    return AgentBench.start(
        home, List.of("${app}/bin/start"), settings(shipped).toArray(String[]::new));
  }

  private List<String> settings(Path shipped) {
    return List.of(
        "app.shipped = " + shipped,
        "update.repository = " + depot.address(),
        "update.root = " + depot.root,
        "update.jitter-minutes = 0",
        "update.disk-floor-mb = 10",
        "update.proof-seconds = 12",
        "update.trial-seconds = 30");
  }

  private Path image(String name, String version, String wrong) throws Exception {
    List<String> starter = new ArrayList<>(AgentBench.tinyApp(folder.resolve(name)));
    starter.add(version);
    starter.add(wrong);
    return depot.image(name + "-" + version, starter);
  }

  private static void direct(AgentBench bench, long version, Manifest manifest, int attempt)
      throws Exception {
    ByteString direction = direction(bench, version, manifest, attempt);
    bench.awaitTold(bench.send(CommandVerb.DIRECT_UPDATES, direction) + " done");
  }

  private static ByteString direction(
      AgentBench bench, long version, Manifest manifest, int attempt) throws Exception {
    return ReleaseDepot.direction(version, manifest, attempt, Urgency.SOON, bench.signer());
  }

  private static String state(AgentBench bench) {
    return bench.last(NodeMetric.FLEET_UPDATE_STATE);
  }
}
