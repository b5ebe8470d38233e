package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jiujin.fleet.local.LocalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTalkTest {
  private static final LocalMessage.Report EMPTY = new LocalMessage.Report(List.of(), List.of());

  @TempDir private Path folder;

  @Test
  void reportsWhenItIsDueAlthoughAnswersKeepTheLinkBusy() throws IOException {
    Path socket = folder.resolve("s");
    try (var agent = new FakeAgent(socket);
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      try (var connection = agent.accept();
          var talk =
              new AgentTalk(
                  channel,
                  new LocalMessage.Hello(1, "1"),
                  () -> EMPTY,
                  HeadSource.NONE,
                  Duration.ofMillis(100))) {
        talk.start();
        assertInstanceOf(LocalMessage.Hello.class, connection.read());
        assertInstanceOf(LocalMessage.Report.class, connection.read());
        assertTrue(reportComesBetweenPongs(talk, connection));
      }
    }
  }

  private static boolean reportComesBetweenPongs(AgentTalk talk, FakeAgent.Connection connection)
      throws IOException {
    for (int nonce = 0; nonce < 100; nonce++) {
      talk.send(new LocalMessage.Pong(nonce));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      if (connection.read() instanceof LocalMessage.Report) {
        return true;
      }
    }
    return false;
  }
}
