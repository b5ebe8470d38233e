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
import org.jiujin.fleet.command.CommandResult;
import org.jiujin.fleet.command.CommandSigner;
import org.jiujin.fleet.command.CommandVerb;
import org.jiujin.fleet.command.SignatureAlgorithm;
import org.jiujin.fleet.command.SignedCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Signed commands, from a host through a real broker to a real agent process with a real app process.
@Timeout(180)
class AgentCommandsTest {
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
  void carriesOutWhatIsSignedForItOnceAndNothingElse() throws Exception {
    Command good = command("c-1", CommandVerb.RESTART_APP, NODE, clock.instant());
    SignedCommand signed = sign(good);
    send(new SignedCommand(signed.command(), "console-1", signed.algorithm(), ByteString.EMPTY));
    awaitTold("c-1 refused unsigned");
    send(new SignedCommand(signed.command(), "console-2", signed.algorithm(), signed.signature()));
    awaitTold("c-1 refused unknown-key");
    var forged =
        new CommandSigner(keyPair().getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256);
    send(forged.sign(good));
    awaitTold("c-1 refused bad-signature");
    send(sign(command("c-2", CommandVerb.RESTART_APP, "T621121002", clock.instant())));
    awaitTold("c-2 refused other-terminal");
    Instant lastHour = clock.instant().minus(Duration.ofHours(1));
    send(sign(command("c-3", CommandVerb.RESTART_APP, NODE, lastHour)));
    awaitTold("c-3 refused expired");
    send(sign(command("c-4", CommandVerb.UPDATE_NOW, NODE, clock.instant())));
    awaitTold("c-4 refused unsupported");
    assertEquals(1, starts(), "nothing of this restarted the app");

    send(signed);
    awaitTold("c-1 done");
    assertEquals(2, starts());
    assertTrue(told().containsAll(List.of("c-1 accepted", "c-1 running")), told().toString());

    send(signed); // by the broker, or by somebody who listened
    await("the old result again", () -> count("c-1 done") == 2);
    agent.destroyForcibly().waitFor();
    agent = startAgent();
    await("the app of the next agent", () -> starts() == 3);
    sendAgainUntilTold(signed, "c-1 done", 3);
    assertEquals(3, starts());
  }

  @Test
  void waitsUntilTheResidentIsDone() throws Exception {
    Files.createFile(folder.resolve("serving"));
    await("a resident", () -> "serving".equals(last(NodeMetric.APP_STATE)));
    send(sign(command("w-1", CommandVerb.RESTART_APP, NODE, clock.instant())));
    awaitTold("w-1 waiting");
    send(sign(command("w-2", CommandVerb.MESSAGE, NODE, clock.instant())));
    awaitTold("w-2 done");
    assertEquals(1, starts());
    Files.delete(folder.resolve("serving"));
    awaitTold("w-1 done");
    assertEquals(2, starts());
  }

  @Test
  void restartsItselfAndKeepsTheTerminalOutOfService() throws Exception {
    send(sign(command("o-1", CommandVerb.OUT_OF_SERVICE, NODE, clock.instant())));
    awaitTold("o-1 done");
    assertEquals(List.of("o-1 out-of-service"), orders());
    send(sign(command("r-1", CommandVerb.RESTART_AGENT, NODE, clock.instant())));
    assertTrue(agent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertEquals(75, agent.exitValue(), "systemd starts it again");
    assertEquals(0, count("r-1 done"));
    agent = startAgent();
    awaitTold("r-1 done");
    await("the standing order", () -> orders().contains("standing out-of-service"));
  }

  @Test
  void sendsItsLogs() throws Exception {
    Files.writeString(
        folder.resolve("app.log"),
        "2026-11-23T10:00:00.000+08:00  WARN 1 --- [main] o.j.k.Some : 3 of 5 pages\n");
    send(sign(command("l-1", CommandVerb.COLLECT_LOGS, NODE, clock.instant())));
    awaitTold("l-1 done");
    ByteString zip =
        results().stream()
            .filter(one -> !one.detail().isEmpty())
            .findFirst()
            .orElseThrow()
            .detail();
    assertEquals("PK", zip.substring(0, 2).toStringUtf8());
  }

  private void send(SignedCommand signed) throws Exception {
    var value = new MetricValue.Binary(CommandCodec.encode(signed));
    var metric = new Metric(null, alias(NodeMetric.CMD_RUN), null, null, false, value);
    host.command(COMMAND, PayloadCodec.encode(new Payload(null, List.of(metric), Payload.NO_SEQ)));
  }

  private void sendAgainUntilTold(SignedCommand signed, String what, int times) throws Exception {
    for (int i = 0; i < 20 && count(what) < times; i++) {
      send(signed);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
    assertTrue(count(what) >= times, told().toString());
  }

  private SignedCommand sign(Command command) throws GeneralSecurityException {
    return new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256)
        .sign(command);
  }

  private static Command command(String id, CommandVerb verb, String terminal, Instant issued) {
    return new Command(
        id,
        GROUP,
        terminal,
        verb.word(),
        Map.of("text", "请稍候"),
        issued,
        issued.plus(Duration.ofMinutes(10)),
        "op-17");
  }

  private void awaitTold(String what) {
    await(what, () -> told().contains(what));
  }

  private long count(String what) {
    return told().stream().filter(what::equals).count();
  }

  private List<String> told() {
    return results().stream()
        .map(one -> (one.id() + " " + one.state().word() + " " + one.reason()).strip())
        .toList();
  }

  private List<CommandResult> results() {
    List<CommandResult> results = new ArrayList<>();
    for (MetricValue value : reported(NodeMetric.CMD_RESULT)) {
      if (value instanceof MetricValue.Binary(var bytes)) {
        try {
          results.add(CommandCodec.decodeResult(bytes));
        } catch (MalformedMessageException e) {
          throw new AssertionError(e);
        }
      }
    }
    return results;
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

  private long starts() {
    return lines("starts").size();
  }

  private List<String> orders() {
    return lines("orders");
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
    lines.add("commands.agent-log = " + folder.resolve("agent.log"));
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
            "-Dslf4j.provider=org.jiujin.agent.log.LogProvider", // as packaged, without Logback
            "-Dslf4j.internal.verbosity=WARN",
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
