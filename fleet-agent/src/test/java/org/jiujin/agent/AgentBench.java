package org.jiujin.agent;

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
import java.util.TreeMap;
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
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.RecordCodec;
import org.jiujin.fleet.record.TerminalRecord;

/// A terminal with a real agent process and a real app process, a real broker, and a host that listens, commands and acknowledges.
final class AgentBench implements AutoCloseable {
  static final String GROUP = "GS-621121";
  static final String NODE = "T621121001";
  private static final Topic COMMAND = Topic.ofNode(GROUP, MessageType.NCMD, NODE);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final InstantSource clock = InstantSource.system();
  private final KeyPair keys = keyPair();
  private final TestBroker broker;
  private final TestHost host;
  private final List<String> program;
  private Process agent;
  private int commands;
  private long acknowledged;

  private AgentBench(Path folder, List<String> program, List<String> app, String... more)
      throws Exception {
    this.folder = folder;
    this.program = program;
    this.broker = TestBroker.start(folder.resolve("broker"));
    this.host = TestHost.connect(broker.uri());
    Files.createDirectory(folder.resolve("keys"));
    Files.writeString(folder.resolve("keys/console-1.pem"), pem(keys));
    List<String> lines = new ArrayList<>(config(folder, broker));
    for (int i = 0; i < app.size(); i++) {
      lines.add("app.command." + i + " = " + app.get(i));
    }
    lines.addAll(List.of(more));
    Files.writeString(settings(folder), String.join("\n", lines));
    this.agent = agent(folder, program);
  }

  /// Starts everything, and waits for an app that answers.
  ///
  /// @param folder an empty one
  /// @param app the app's program and arguments
  /// @param more lines of the agent's configuration
  static AgentBench start(Path folder, List<String> app, String... more) throws Exception {
    List<String> program = new ArrayList<>(List.of(java()));
    program.addAll(options());
    program.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.jiujin.agent.FleetAgent",
            "--config=" + settings(folder)));
    return start(folder, program, app, more);
  }

  /// The same with an agent that is started otherwise.
  ///
  /// @param program starts the agent with the settings in [#settings]; its output goes to `agent.log`
  static AgentBench start(Path folder, List<String> program, List<String> app, String... more)
      throws Exception {
    var bench = new AgentBench(folder, program, app, more);
    bench.await("an app that answers", () -> "ready".equals(bench.last(NodeMetric.APP_STATE)));
    return bench;
  }

  /// The smallest app, with the bench's folder as its own.
  static List<String> tinyApp(Path folder) {
    return List.of(
        java(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "org.jiujin.agent.supervise.TinyApp",
        socket(folder).toString());
  }

  static Path socket(Path folder) {
    return folder.resolve("s");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static List<String> config(Path folder, TestBroker broker) {
    return List.of(
        "terminal.id = " + NODE,
        "terminal.group = " + GROUP,
        "broker.uri = " + broker.uri(),
        "broker.longest-retry-seconds = 1",
        "data.dir = " + folder.resolve("data"),
        "app.socket = " + socket(folder),
        "app.log = " + folder.resolve("app.log"),
        "commands.keys = " + folder.resolve("keys"),
        "commands.agent-log = " + folder.resolve("agent.log"));
  }

  void startAgent() throws IOException {
    agent = agent(folder, program);
  }

  private static Process agent(Path folder, List<String> program) throws IOException {
    return new ProcessBuilder(program)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("agent.log").toFile()))
        .start();
  }

  /// Java's options, as packaged and without Logback.
  static List<String> options() {
    return List.of(
        "-XX:+UseSerialGC",
        "-Xmx32m",
        "-XX:TieredStopAtLevel=1",
        "-Dslf4j.provider=org.jiujin.agent.log.LogProvider",
        "-Dslf4j.internal.verbosity=WARN");
  }

  static Path settings(Path folder) {
    return folder.resolve("agent.properties");
  }

  /// Kills the agent.
  void endAgent() throws InterruptedException {
    agent.destroyForcibly().waitFor();
  }

  /// Kills the agent, and starts the next one.
  void killAgent() throws InterruptedException, IOException {
    endAgent();
    startAgent();
  }

  /// The exit code of the agent, which ends by itself.
  int awaitEndOfAgent() throws InterruptedException {
    if (!agent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      fail("the agent does not end");
    }
    return agent.exitValue();
  }

  @Override
  public void close() throws IOException {
    agent.destroy();
    try {
      if (!agent.waitFor(15, TimeUnit.SECONDS)) {
        agent.destroyForcibly();
      }
      host.close();
      broker.stop();
    } catch (Exception e) { // of the broker
      throw new IOException("the bench does not end", e);
    }
  }

  CommandSigner signer() {
    return new CommandSigner(keys.getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256);
  }

  /// A command that is valid now.
  Command command(String id, CommandVerb verb, Map<String, String> arguments) {
    return command(id, verb, arguments, NODE, clock.instant());
  }

  static Command command(
      String id, CommandVerb verb, Map<String, String> arguments, String node, Instant issued) {
    return new Command(
        id,
        GROUP,
        node,
        verb.word(),
        arguments,
        issued,
        issued.plus(Duration.ofMinutes(10)),
        "op-17");
  }

  SignedCommand sign(Command command) throws GeneralSecurityException {
    return signer().sign(command);
  }

  void send(SignedCommand signed) throws Exception {
    send(NodeMetric.CMD_RUN, new MetricValue.Binary(CommandCodec.encode(signed)));
  }

  /// Sends a signed document as the argument of a command until something is told of it.
  ///
  /// @return the command's id
  String send(CommandVerb verb, ByteString document) throws Exception {
    return send(
        verb, Map.of("document", Base64.getEncoder().encodeToString(document.toByteArray())));
  }

  /// Sends a command until something is told of it: the agent may be connecting anew.
  ///
  /// @return the command's id
  String send(CommandVerb verb, Map<String, String> arguments) throws Exception {
    commands++;
    Command command = command("s-" + commands, verb, arguments);
    SignedCommand signed = sign(command);
    for (int i = 0; i < 40 && told().stream().noneMatch(one -> one.startsWith(command.id())); i++) {
      send(signed);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
    return command.id();
  }

  private void send(NodeMetric to, MetricValue value) throws Exception {
    var metric = new Metric(null, alias(to), null, null, false, value);
    host.command(COMMAND, PayloadCodec.encode(new Payload(null, List.of(metric), Payload.NO_SEQ)));
  }

  void awaitTold(String what) {
    await(what, () -> told().contains(what));
  }

  long count(String what) {
    return told().stream().filter(what::equals).count();
  }

  /// What was told of commands: id, state and reason.
  List<String> told() {
    return results().stream()
        .map(one -> (one.id() + " " + one.state().word() + " " + one.reason()).strip())
        .toList();
  }

  List<CommandResult> results() {
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

  /// The records so far, each once; those are acknowledged, so that further ones come.
  List<RecordBody> records() {
    var records = new TreeMap<Long, RecordBody>();
    for (MetricValue value : reported(NodeMetric.OUTBOX_RECORD)) {
      if (value instanceof MetricValue.Binary(var bytes)) {
        try {
          TerminalRecord one = RecordCodec.decode(bytes.toByteArray());
          records.put(one.seq(), one.body());
        } catch (MalformedMessageException e) {
          throw new AssertionError(e);
        }
      }
    }
    if (!records.isEmpty() && records.lastKey() > acknowledged) {
      acknowledged = records.lastKey();
      try {
        send(NodeMetric.OUTBOX_ACK, MetricValue.of(acknowledged));
      } catch (Exception e) { // of the broker
        throw new AssertionError(e);
      }
    }
    return List.copyOf(records.values());
  }

  String last(NodeMetric metric) {
    List<MetricValue> all = reported(metric);
    return !all.isEmpty() && all.getLast() instanceof MetricValue.Text(var text) ? text : "";
  }

  List<MetricValue> reported(NodeMetric wanted) {
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

  /// The lines of a file in the bench's folder; none when there is no such file.
  List<String> lines(String name) {
    try {
      Path file = folder.resolve(name);
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("never came: " + what + ", but " + told() + " and " + lines("agent.log"));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
