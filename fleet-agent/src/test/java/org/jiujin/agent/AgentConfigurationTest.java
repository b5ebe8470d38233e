package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.agent.link.TestBroker;
import org.jiujin.agent.link.TestHost;
import org.jiujin.fleet.MalformedMessageException;
import org.jiujin.fleet.MessageType;
import org.jiujin.fleet.Metric;
import org.jiujin.fleet.MetricValue;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.Payload;
import org.jiujin.fleet.PayloadCodec;
import org.jiujin.fleet.Topic;
import org.jiujin.fleet.command.Command;
import org.jiujin.fleet.command.CommandCodec;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.configuration.Configuration;
import org.jiujin.fleet.configuration.ConfigurationCodec;
import org.jiujin.fleet.configuration.Layer;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.RecordCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Signed configurations, from a host through a real broker to a real agent process with a real app process.
@Timeout(180)
class AgentConfigurationTest {
  private static final String GROUP = "GS-621121";
  private static final String NODE = "T621121001";
  private static final Topic COMMAND = Topic.ofNode(GROUP, MessageType.NCMD, NODE);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final InstantSource clock = InstantSource.system();
  private final KeyPair keys = keyPair();
  private TestBroker broker;
  private TestHost host;
  private Process agent;
  private int commands;

  @BeforeEach
  void begin() throws Exception {
    broker = TestBroker.start(folder.resolve("broker"));
    host = TestHost.connect(broker.uri());
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/console-1.pem"), pem(keys));
    Files.writeString(folder.resolve("agent.properties"), String.join("\n", config()));
    agent = startAgent();
    await("an app that answers", () -> "ready".equals(last(NodeMetric.APP_STATE)));
  }

  @AfterEach
  void end() throws Exception {
    agent.destroy();
    if (!agent.waitFor(15, TimeUnit.SECONDS)) {
      agent.destroyForcibly();
    }
    host.close();
    broker.stop();
  }

  @Test
  void actsByAConfigurationOverEveryDeathAndGoesBackFromOneThatTheAppDiesOf() throws Exception {
    assertEquals(List.of(), lines("settings"), "an app that may be old hears nothing before");
    String first = set(1, Map.of("place.hotline", "12345", "broker.keep-alive-seconds", "30"));
    await("done", () -> told().contains(first + " done"));
    await("the first", () -> version() == 1 && last(NodeMetric.FLEET_CONFIG_DRIFT).isEmpty());
    assertEquals(List.of("1 {place.hotline=12345}"), lines("settings"));
    await(
        "a connection with another keep-alive",
        () -> reported(NodeMetric.NET_CONNECTS).contains(MetricValue.of(2)));
    await("that it is good", () -> Files.exists(folder.resolve("data/configuration/last-good")));

    agent.destroyForcibly().waitFor();
    agent = startAgent();
    await("the same in the next app", () -> lines("settings").size() == 2);
    assertEquals("1 {place.hotline=12345}", lines("settings").getLast());

    String old = set(1, Map.of("place.hotline", "54321"));
    await("no way back by replay", () -> told().contains(old + " refused old-version"));

    String deadly = set(2, Map.of("place.hotline", "00000", "voice.volume", "7"));
    await("taken", () -> told().contains(deadly + " done"));
    agent.destroyForcibly().waitFor(); // while it is on trial
    agent = startAgent();
    await("that it went back", () -> version() == 1 && drift().contains("version-2="));
    await("the last good one in the app", () -> lines("settings").getLast().startsWith("1 "));
    await("the alarm", () -> records().stream().anyMatch(AgentConfigurationTest::fellBack));
    await("an app that serves", () -> "ready".equals(last(NodeMetric.APP_STATE)));

    Path current = folder.resolve("data/configuration/current");
    agent.destroyForcibly().waitFor();
    byte[] bytes = Files.readAllBytes(current);
    bytes[bytes.length / 2] ^= 1;
    Files.write(current, bytes);
    int greetings = lines("settings").size();
    agent = startAgent();
    await("the last good one", () -> lines("settings").size() > greetings);
    assertTrue(lines("settings").getLast().startsWith("1 "));
    await("that it is damaged", () -> records().toString().contains("damaged"));
  }

  @Test
  void tellsWhatTheAppHasNotTakenYetOrRefuses() throws Exception {
    String refused = set(1, Map.of("disk.low-mb", "1"));
    await("nothing half applied", () -> told().contains(refused + " refused bad-value"));
    String unknown = set(2, Map.of("voice.volume", "7"));
    await("taken all the same", () -> told().contains(unknown + " done"));
    await("the drift", () -> drift().equals("voice.volume=unknown"));
    set(3, Map.of("place.hotline", "99999"));
    await("that the app refuses", () -> version() == 0 && drift().equals("version-3=app-refused"));
    await("the app's own file", () -> lines("settings").getLast().equals("0 {}"));
  }

  private static boolean fellBack(RecordBody body) {
    return body instanceof RecordBody.ConfigurationFellBack(var from, var to, _)
        && from == 2
        && to == 1;
  }

  private String set(long version, Map<String, String> settings) throws Exception {
    var layer = new Layer(Layer.Scope.COUNTY, "621121", "", settings, Set.of());
    var configuration = new Configuration(GROUP, NODE, version, clock.instant(), List.of(layer));
    var signer = new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256);
    ByteString document = ConfigurationCodec.sign(configuration, signer);
    commands++;
    Instant now = clock.instant();
    var command =
        new Command(
            "s-" + commands,
            GROUP,
            NODE,
            CommandVerb.SET_CONFIGURATION.word(),
            Map.of("document", Base64.getEncoder().encodeToString(document.toByteArray())),
            now,
            now.plus(Duration.ofMinutes(10)),
            "console");
    var value = new MetricValue.Binary(CommandCodec.encode(signer.sign(command)));
    var metric = new Metric(null, alias(NodeMetric.CMD_RUN), null, null, false, value);
    for (int i = 0; i < 40 && told().stream().noneMatch(one -> one.startsWith(command.id())); i++) {
      host.command(
          COMMAND, PayloadCodec.encode(new Payload(null, List.of(metric), Payload.NO_SEQ)));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250)); // the agent may be connecting anew
    }
    return command.id();
  }

  private long version() {
    List<MetricValue> all = reported(NodeMetric.FLEET_CONFIG_VERSION);
    return !all.isEmpty() && all.getLast() instanceof MetricValue.Int64(var version) ? version : -1;
  }

  private String drift() {
    return last(NodeMetric.FLEET_CONFIG_DRIFT);
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (MetricValue value : reported(NodeMetric.CMD_RESULT)) {
      if (value instanceof MetricValue.Binary(var bytes)) {
        try {
          var one = CommandCodec.decodeResult(bytes);
          told.add((one.id() + " " + one.state().word() + " " + one.reason()).strip());
        } catch (MalformedMessageException e) {
          throw new AssertionError(e);
        }
      }
    }
    return told;
  }

  private List<RecordBody> records() {
    List<RecordBody> records = new ArrayList<>();
    for (MetricValue value : reported(NodeMetric.OUTBOX_RECORD)) {
      if (value instanceof MetricValue.Binary(var bytes)) {
        try {
          records.add(RecordCodec.decode(bytes.toByteArray()).body());
        } catch (MalformedMessageException e) {
          throw new AssertionError(e);
        }
      }
    }
    return records;
  }

  private String last(NodeMetric metric) {
    List<MetricValue> all = reported(metric);
    return !all.isEmpty() && all.getLast() instanceof MetricValue.Text(var text) ? text : "";
  }

  private List<MetricValue> reported(NodeMetric wanted) {
    List<MetricValue> values = new ArrayList<>();
    long alias = alias(wanted);
    for (TestHost.Heard one : host.heard()) {
      if (one.type().equals("NBIRTH") || one.type().equals("NDATA")) {
        one.payload().metrics().stream()
            .filter(metric -> metric.alias() != null && metric.alias() == alias)
            .forEach(metric -> values.add(metric.value()));
      }
    }
    return values;
  }

  private long alias(NodeMetric wanted) {
    for (TestHost.Heard one : host.heard()) {
      for (Metric metric : one.payload().metrics()) {
        if (metric.isNamed(wanted.wireName()) && metric.alias() != null) {
          return metric.alias();
        }
      }
    }
    return -1;
  }

  private List<String> lines(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> config() {
    List<String> lines = new ArrayList<>();
    lines.add("terminal.id = " + NODE);
    lines.add("terminal.group = " + GROUP);
    lines.add("broker.uri = " + broker.uri());
    lines.add("broker.longest-retry-seconds = 1");
    lines.add("data.dir = " + folder.resolve("data"));
    lines.add("app.socket = " + folder.resolve("s"));
    lines.add("app.log = " + folder.resolve("app.log"));
    lines.add("commands.keys = " + folder.resolve("keys"));
    lines.add("configuration.trial-seconds = 5");
    List<String> app =
        List.of(
            java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.jiujin.agent.supervise.TinyApp",
            folder.resolve("s").toString());
    for (int i = 0; i < app.size(); i++) {
      lines.add("app.command." + i + " = " + app.get(i));
    }
    return lines;
  }

  private Process startAgent() throws IOException {
    return new ProcessBuilder(
            java(),
            "-XX:+UseSerialGC",
            "-Xmx32m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.jiujin.agent.FleetAgent",
            "--config=" + folder.resolve("agent.properties"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("agent.log").toFile()))
        .start();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("never came: " + what + ", but " + told() + " and " + lines("agent.log"));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
