package org.jiujin.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.fleet.NodeMetric;
import org.jiujin.fleet.command.Command;
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
  private static final Map<String, String> TEXT = Map.of("text", "请稍候");
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private AgentBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = AgentBench.start(folder, AgentBench.tinyApp(folder));
  }

  @AfterEach
  void end() throws IOException {
    bench.close();
  }

  @Test
  void carriesOutWhatIsSignedForItOnceAndNothingElse() throws Exception {
    Command good = bench.command("c-1", CommandVerb.RESTART_APP, TEXT);
    SignedCommand signed = bench.sign(good);
    bench.send(
        new SignedCommand(signed.command(), "console-1", signed.algorithm(), ByteString.EMPTY));
    bench.awaitTold("c-1 refused unsigned");
    bench.send(
        new SignedCommand(signed.command(), "console-2", signed.algorithm(), signed.signature()));
    bench.awaitTold("c-1 refused unknown-key");
    var forged =
        new CommandSigner(
            AgentBench.keyPair().getPrivate(), "console-1", SignatureAlgorithm.ECDSA_P256);
    bench.send(forged.sign(good));
    bench.awaitTold("c-1 refused bad-signature");
    bench.send(
        bench.sign(
            AgentBench.command(
                "c-2", CommandVerb.RESTART_APP, TEXT, "T621121002", CLOCK.instant())));
    bench.awaitTold("c-2 refused other-terminal");
    Instant lastHour = CLOCK.instant().minus(Duration.ofHours(1));
    bench.send(
        bench.sign(
            AgentBench.command("c-3", CommandVerb.RESTART_APP, TEXT, AgentBench.NODE, lastHour)));
    bench.awaitTold("c-3 refused expired");
    bench.send(bench.sign(bench.command("c-4", CommandVerb.UPDATE_NOW, TEXT)));
    bench.awaitTold("c-4 refused unsupported");
    assertEquals(1, starts(), "nothing of this restarted the app");

    bench.send(signed);
    bench.awaitTold("c-1 done");
    assertEquals(2, starts());
    assertTrue(
        bench.told().containsAll(List.of("c-1 accepted", "c-1 running")), bench.told().toString());

    bench.send(signed); // by the broker, or by somebody who listened
    bench.await("the old result again", () -> bench.count("c-1 done") == 2);
    bench.killAgent();
    bench.await("the app of the next agent", () -> starts() == 3);
    sendAgainUntilTold(signed, "c-1 done", 3);
    assertEquals(3, starts());
  }

  @Test
  void waitsUntilTheResidentIsDone() throws Exception {
    Files.createFile(folder.resolve("serving"));
    bench.await("a resident", () -> "serving".equals(bench.last(NodeMetric.APP_STATE)));
    bench.send(bench.sign(bench.command("w-1", CommandVerb.RESTART_APP, TEXT)));
    bench.awaitTold("w-1 waiting");
    bench.send(bench.sign(bench.command("w-2", CommandVerb.MESSAGE, TEXT)));
    bench.awaitTold("w-2 done");
    assertEquals(1, starts());
    Files.delete(folder.resolve("serving"));
    bench.awaitTold("w-1 done");
    assertEquals(2, starts());
  }

  @Test
  void restartsItselfAndKeepsTheTerminalOutOfService() throws Exception {
    bench.send(bench.sign(bench.command("o-1", CommandVerb.OUT_OF_SERVICE, TEXT)));
    bench.awaitTold("o-1 done");
    assertEquals(List.of("o-1 out-of-service"), orders());
    bench.send(bench.sign(bench.command("r-1", CommandVerb.RESTART_AGENT, TEXT)));
    assertEquals(75, bench.awaitEndOfAgent(), "systemd starts it again");
    assertEquals(0, bench.count("r-1 done"));
    bench.startAgent();
    bench.awaitTold("r-1 done");
    bench.await("the standing order", () -> orders().contains("standing out-of-service"));
  }

  @Test
  void sendsItsLogs() throws Exception {
    Files.writeString(
        folder.resolve("app.log"),
        "2026-11-23T10:00:00.000+08:00  WARN 1 --- [main] o.j.k.Some : 3 of 5 pages\n");
    bench.send(bench.sign(bench.command("l-1", CommandVerb.COLLECT_LOGS, TEXT)));
    bench.awaitTold("l-1 done");
    ByteString zip =
        bench.results().stream()
            .filter(one -> !one.detail().isEmpty())
            .findFirst()
            .orElseThrow()
            .detail();
    assertEquals("PK", zip.substring(0, 2).toStringUtf8());
  }

  private void sendAgainUntilTold(SignedCommand signed, String what, int times) throws Exception {
    for (int i = 0; i < 20 && bench.count(what) < times; i++) {
      bench.send(signed);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
    assertTrue(bench.count(what) >= times, bench.told().toString());
  }

  private long starts() {
    return bench.lines("starts").size();
  }

  private List<String> orders() {
    return bench.lines("orders");
  }
}
