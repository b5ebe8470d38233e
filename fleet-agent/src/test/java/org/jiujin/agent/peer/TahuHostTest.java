package org.jiujin.agent.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jiujin.agent.link.TestBroker;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Eclipse Tahu's host reads everything that the agent says, at both brokers.
///
/// Its log may show that it failed to decode the first DATA: it decodes on the thread of its MQTT client, which does not
/// wait for the thread that takes the datatypes out of the birth.
@AnnouncesLoggedException(NullPointerException.class)
class TahuHostTest {
  private static final String NODE = "GS-621121/T621121001";

  @TempDir Path folder;
  private Level before = Level.INFO;

  @BeforeEach
  void quieten() {
    before = tahu().getEffectiveLevel();
    tahu().setLevel(Level.WARN); // prints every payload otherwise
  }

  @AfterEach
  void restore() {
    tahu().setLevel(before);
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
    try (TahuHost host = TahuHost.connect(broker)) {
      // The agent waits for this very host, as for a Primary Host: it also reads what Tahu says of
      // itself.
      String options =
          "--devices idcard,receipt --rate 4 --unplug 1s --until 8s --complex --host "
              + TahuHost.ID;
      var agent = CompletableFuture.supplyAsync(() -> Lone.run(folder, broker, options));
      host.await("data of a device", () -> host.count("device data") > 0);
      host.askForRebirth("GS-621121", "T621121001");
      host.await("the rebirth", () -> host.count("node birth") == 2);
      assertEquals(0, agent.join());
      host.await("the death", () -> host.count("node death") > 0);

      List<String> heard = host.heard();
      assertTrue(heard.contains("node birth " + NODE), heard::toString);
      assertTrue(heard.contains("device birth " + NODE + "/idcard"), heard::toString);
      assertTrue(heard.contains("device birth " + NODE + "/receipt"), heard::toString);
      assertTrue(heard.contains("device death " + NODE + "/idcard"), heard::toString);
      assertTrue(host.count("node data") > 3, heard::toString);
      assertTrue(host.metrics().contains(NODE + " app/state"), host.metrics()::toString);
      assertTrue(host.metrics().contains(NODE + "/idcard kind"), host.metrics()::toString);
      assertTrue(host.count("stale") > 0, "what was born became stale with the death");
      assertFalse(host.askedByItself(), "Tahu saw a gap and asked for a rebirth: " + heard);
    }
  }

  private static ch.qos.logback.classic.Logger tahu() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.eclipse.tahu");
  }
}
