package org.jiujin.agent.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocketFactory;
import org.jiujin.agent.link.TestAuthority;
import org.jiujin.agent.link.TestHost;
import org.jiujin.agent.link.TlsFiles;
import org.jiujin.agent.link.TlsFiles.Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The agent at Mosquitto as it is shipped in `config/broker/mosquitto`: certificates, and who may say what.
class MosquittoTest {
  private static final String LIFE = "--devices idcard --rate 4 --until ";

  @TempDir private static Path shared;
  private static TestAuthority authority;
  private static Mosquitto broker;
  private static SSLSocketFactory console;
  private static Identity terminal;

  @TempDir Path folder;

  @BeforeAll
  static void startBroker() throws Exception {
    authority = TestAuthority.make(shared.resolve("tls"));
    terminal = authority.terminal("T621121001");
    var identity = authority.terminal("console-1");
    console = new TlsFiles(authority.certificate(), identity).context().getSocketFactory();
    broker = Mosquitto.shipped(shared.resolve("broker"), authority);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void theConsoleHearsATerminalThatSpeaksForItself() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri(), console)) {
      assertEquals(0, run(terminal, LIFE + "4s"));
      host.await("a life", _ -> host.types().contains("NDEATH"));
      assertEquals("NBIRTH", host.types().getFirst());
      assertEquals("DBIRTH", host.types().get(1));
      assertTrue(host.types().contains("NDATA"), host.types()::toString);
      assertTrue(host.types().contains("DDATA"), host.types()::toString);
      assertTrue(host.types().contains("DDEATH"), host.types()::toString);
    }
  }

  @Test
  void aTerminalCannotSpeakForAnotherOneNorEndItsSession() throws Exception {
    try (TestHost host = TestHost.connect(broker.uri(), console)) {
      var victim = CompletableFuture.supplyAsync(() -> run(terminal, LIFE + "8s"));
      host.await("a birth", _ -> host.types().contains("DBIRTH"));
      // The same group, node and client id, with the certificate of another terminal.
      Identity other = authority.terminal("T621121002");
      Lone.run(
          folder.resolve("thief"),
          broker.uri(),
          "--until 3s --rate 4 --devices forged" + tls(other));
      assertEquals(0, victim.join());
      host.await("the end", _ -> host.types().contains("NDEATH"));
      assertFalse(
          host.heard().stream().anyMatch(one -> "forged".equals(one.topic().device())),
          "the other's births were let through");
      assertEquals(
          1, host.types().stream().filter("NBIRTH"::equals).count(), "its session was taken");
    }
  }

  @Test
  void nobodyComesWithoutACertificate() throws Exception {
    String options = "--until 2s --tls ca=" + authority.certificate();
    assertEquals(1, Lone.run(folder, broker.uri(), options));
  }

  private int run(Identity identity, String options) {
    return Lone.run(folder, broker.uri(), options + tls(identity));
  }

  private static String tls(Identity identity) {
    return " --tls ca=%s,cert=%s,key=%s"
        .formatted(authority.certificate(), identity.certificate(), identity.key());
  }
}
