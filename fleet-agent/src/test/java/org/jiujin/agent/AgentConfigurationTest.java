package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.configuration.Configuration;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.jiujin.fleet.configuration.Layer;
import org.jiujin.fleet.record.RecordBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Signed configurations, from a host through a real broker to a real agent process with a real app process.
@Timeout(180)
class AgentConfigurationTest {
  @TempDir Path folder;
  private AgentBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = AgentBench.start(folder, AgentBench.tinyApp(folder), "configuration.trial-seconds = 5");
  }

  @AfterEach
  void end() throws IOException {
    bench.close();
  }

  @Test
  void actsByAConfigurationOverEveryDeathAndGoesBackFromOneThatTheAppDiesOf() throws Exception {
    assertEquals(List.of(), bench.lines("settings"), "an app that may be old hears nothing before");
    String first = set(1, Map.of("place.hotline", "12345", "broker.keep-alive-seconds", "30"));
    bench.await("done", () -> bench.told().contains(first + " done"));
    bench.await(
        "the first", () -> version() == 1 && bench.last(NodeMetric.FLEET_CONFIG_DRIFT).isEmpty());
    assertEquals(List.of("1 {place.hotline=12345}"), bench.lines("settings"));
    bench.await(
        "a connection with another keep-alive",
        () -> bench.reported(NodeMetric.NET_CONNECTS).contains(MetricValue.of(2)));
    bench.await(
        "that it is good", () -> Files.exists(folder.resolve("data/configuration/last-good")));

    bench.killAgent();
    bench.await("the same in the next app", () -> bench.lines("settings").size() == 2);
    assertEquals("1 {place.hotline=12345}", bench.lines("settings").getLast());

    String old = set(1, Map.of("place.hotline", "54321"));
    bench.await("no way back by replay", () -> bench.told().contains(old + " refused old-version"));

    String deadly = set(2, Map.of("place.hotline", "00000", "voice.volume", "7"));
    bench.await("taken", () -> bench.told().contains(deadly + " done"));
    bench.killAgent(); // while it is on trial
    bench.await("that it went back", () -> version() == 1 && drift().contains("version-2="));
    bench.await(
        "the last good one in the app", () -> bench.lines("settings").getLast().startsWith("1 "));
    bench.await(
        "the alarm", () -> bench.records().stream().anyMatch(AgentConfigurationTest::fellBack));
    bench.await("an app that serves", () -> "ready".equals(bench.last(NodeMetric.APP_STATE)));

    Path current = folder.resolve("data/configuration/current");
    bench.endAgent();
    byte[] bytes = Files.readAllBytes(current);
    bytes[bytes.length / 2] ^= 1;
    Files.write(current, bytes);
    int greetings = bench.lines("settings").size();
    bench.startAgent();
    bench.await("the last good one", () -> bench.lines("settings").size() > greetings);
    assertTrue(bench.lines("settings").getLast().startsWith("1 "));
    bench.await("that it is damaged", () -> bench.records().toString().contains("damaged"));
  }

  @Test
  void tellsWhatTheAppHasNotTakenYetOrRefuses() throws Exception {
    String refused = set(1, Map.of("disk.low-mb", "1"));
    bench.await(
        "nothing half applied", () -> bench.told().contains(refused + " refused bad-value"));
    String unknown = set(2, Map.of("voice.volume", "7"));
    bench.await("taken all the same", () -> bench.told().contains(unknown + " done"));
    bench.await("the drift", () -> drift().equals("voice.volume=unknown"));
    set(3, Map.of("place.hotline", "99999"));
    bench.await(
        "that the app refuses", () -> version() == 0 && drift().equals("version-3=app-refused"));
    bench.await("the app's own file", () -> bench.lines("settings").getLast().equals("0 {}"));
  }

  private static boolean fellBack(RecordBody body) {
    return body instanceof RecordBody.ConfigurationFellBack(var from, var to, _)
        && from == 2
        && to == 1;
  }

  private String set(long version, Map<String, String> settings) throws Exception {
    var layer = new Layer(Layer.Scope.COUNTY, "621121", "", settings, Set.of());
    var configuration =
        new Configuration(
            AgentBench.GROUP,
            AgentBench.NODE,
            version,
            InstantSource.system().instant(),
            List.of(layer));
    return bench.send(
        CommandVerb.SET_CONFIGURATION, ConfigurationCodec.sign(configuration, bench.signer()));
  }

  private long version() {
    List<MetricValue> all = bench.reported(NodeMetric.FLEET_CONFIG_VERSION);
    return !all.isEmpty() && all.getLast() instanceof MetricValue.Int64(var version) ? version : -1;
  }

  private String drift() {
    return bench.last(NodeMetric.FLEET_CONFIG_DRIFT);
  }
}
