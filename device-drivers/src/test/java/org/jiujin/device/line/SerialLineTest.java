package org.jiujin.device.line;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jiujin.device.virtual.VirtualSamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialLineTest {
  private static final int ROUNDS = 40;

  @TempDir private Path folder;

  /// The library's event thread closes the port when the cable is pulled; a driver may close it at the same moment.
  @Test
  void closesWhileTheCableIsPulledWithoutWaitingForEver() throws Exception {
    Path link = folder.resolve("port");
    for (int round = 0; round < ROUNDS; round++) {
      try (var peer = new VirtualSamReader(link)) {
        peer.plug();
        Line line =
            assertInstanceOf(
                    LinePort.Opening.Opened.class, new SerialLinePort(link, 115_200).open())
                .line();
        var pulled = CompletableFuture.runAsync(peer::unplug);
        var closed = CompletableFuture.runAsync(line::close);
        pulled.get(5, TimeUnit.SECONDS);
        closed.get(5, TimeUnit.SECONDS);
      }
    }
  }
}
