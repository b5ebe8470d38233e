package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private final Settling settling = new Settling();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    settling.over();
    threads.close();
  }

  @Test
  void doesNotOpenAConnectionThatIsThrownAwayAlready() {
    settling.awaitEnd();
    assertThrows(SocketException.class, () -> settling.in(InputStream.nullInputStream()));
  }

  @Test
  void throwsAnOpenConnectionAwayOnlyAfterConnectWasSent() throws Exception {
    InputStream in = settling.in(new ByteArrayInputStream(new byte[] {0x20}));
    OutputStream out = settling.out(OutputStream.nullOutputStream());
    CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> one(in), threads);
    CompletableFuture<Void> end = CompletableFuture.runAsync(settling::awaitEnd, threads);
    assertThrows(TimeoutException.class, () -> end.get(1, TimeUnit.SECONDS));
    assertFalse(read.isDone(), "nothing is told before CONNECT");
    out.write(new byte[] {0x10});
    end.get(10, TimeUnit.SECONDS);
    assertEquals(0x20, read.get(10, TimeUnit.SECONDS));
  }

  private static int one(InputStream in) {
    try {
      return in.read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
