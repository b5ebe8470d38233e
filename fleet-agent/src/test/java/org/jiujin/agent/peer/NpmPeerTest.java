package org.jiujin.agent.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jiujin.agent.link.TestBroker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// npm's sparkplug-client and sparkplug-payload read everything that the agent says.
@Timeout(180) // the first time npm fetches the libraries
class NpmPeerTest {
  @TempDir Path folder;

  @BeforeAll
  static void installPeer() throws Exception {
    NpmPeer.install();
  }

  @Test
  void readsTheAgentAtArtemis() throws Exception {
    TestBroker broker = TestBroker.start(folder.resolve("broker"));
    try {
      readsTheAgent(broker.uri());
    } finally {
      broker.stop();
    }
  }

  @Test
  void readsTheAgentAtMosquitto() throws Exception {
    try (Mosquitto broker = Mosquitto.open(folder.resolve("broker"))) {
      readsTheAgent(broker.uri());
    }
  }

  private void readsTheAgent(String broker) throws Exception {
    Process peer = NpmPeer.listen(broker, "GS-621121", "T621121001");
    try {
      assertEquals("listening", peer.inputReader().readLine());
      assertEquals(
          0,
          Lone.run(
              folder,
              broker,
              "--devices idcard,receipt --rate 4 --unplug 1s --until 6s --complex"));
      List<String> lines = NpmPeer.lines(peer);
      assertEquals(List.of(), lines.stream().filter(line -> line.startsWith("fault")).toList());
      assertEquals(0, peer.exitValue());
      assertEquals(2, count(lines, "NBIRTH"), "the birth and the rebirth: " + lines);
      assertTrue(count(lines, "NDATA") > 3, lines::toString);
      assertTrue(count(lines, "DDEATH") > 1, lines::toString);
      assertTrue(line(lines, "NBIRTH").contains("Node Control/Rebirth=false"), lines::toString);
      assertTrue(line(lines, "DBIRTH").contains("kind=identity-card-reader"), lines::toString);
      assertTrue(
          lines.stream().anyMatch(line -> line.matches("DDATA .*state=degraded.*")),
          lines::toString);
    } finally {
      peer.destroyForcibly().waitFor();
    }
  }

  private static long count(List<String> lines, String type) {
    return lines.stream().filter(line -> line.startsWith(type + " ")).count();
  }

  private static String line(List<String> lines, String type) {
    return lines.stream().filter(line -> line.startsWith(type + " ")).findFirst().orElse("");
  }
}
