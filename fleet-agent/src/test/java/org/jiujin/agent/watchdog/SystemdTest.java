package org.jiujin.agent.watchdog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemdTest {
  @TempDir private Path folder;

  @Test
  void saysItsWordsOnTheSocketOfTheServiceManager() throws Throwable {
    Path socket = folder.resolve("notify");
    try (var manager = new Receiver(socket.toString())) {
      var systemd =
          Systemd.of(Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "90000000"))
              .orElseThrow();
      assertEquals(Duration.ofSeconds(90), systemd.watchdog().orElseThrow());
      systemd.ready();
      systemd.alive();
      systemd.stopping();
      assertEquals(
          List.of("READY=1", "WATCHDOG=1", "STOPPING=1"),
          List.of(manager.next(), manager.next(), manager.next()));
    }
  }

  @Test
  void knowsTheAbstractAddressesOfLinux() throws Throwable {
    String name = "jiujin-systemd-test-" + ProcessHandle.current().pid();
    try (var manager = new Receiver("\0" + name)) {
      Systemd.of(Map.of("NOTIFY_SOCKET", "@" + name)).orElseThrow().ready();
      assertEquals("READY=1", manager.next());
    }
  }

  @Test
  void isNotThereWithoutAServiceManager() {
    assertTrue(Systemd.of(Map.of()).isEmpty());
    assertTrue(Systemd.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(200))).isEmpty());
  }

  @Test
  void losesAWordWhenNobodyListensAndGoesOn() {
    var nobody = folder.resolve("nobody").toString();
    Systemd.of(Map.of("NOTIFY_SOCKET", nobody)).orElseThrow().alive();
    assertTrue(Files.notExists(Path.of(nobody)));
  }

  /// The other end, by libc like this one: the JDK cannot receive datagrams of this domain.
  @SuppressWarnings("restricted")
  private static final class Receiver implements AutoCloseable {
    private final Linker linker = Linker.nativeLinker();
    private final Arena arena = Arena.ofConfined();
    private final int file;

    Receiver(String path) throws Throwable {
      var bytes = path.getBytes(StandardCharsets.UTF_8);
      MemorySegment address = arena.allocate(110);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
      MemorySegment.copy(bytes, 0, address, ValueLayout.JAVA_BYTE, 2, bytes.length);
      file = (int) function("socket", 3).invokeWithArguments(1, 2, 0);
      int bound =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("bind"),
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT,
                          ValueLayout.ADDRESS,
                          ValueLayout.JAVA_INT))
                  .invokeWithArguments(file, address, 2 + bytes.length);
      assertEquals(0, bound);
    }

    /// What has come; -1 at once when nothing has.
    String next() throws Throwable {
      MemorySegment buffer = arena.allocate(100);
      long count =
          (long)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("recv"),
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_LONG,
                          ValueLayout.JAVA_INT,
                          ValueLayout.ADDRESS,
                          ValueLayout.JAVA_LONG,
                          ValueLayout.JAVA_INT))
                  .invokeWithArguments(file, buffer, 100L, 0x40);
      assertTrue(count > 0, "nothing came");
      return new String(
          buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.US_ASCII);
    }

    private java.lang.invoke.MethodHandle function(String name, int numbers) {
      var parameters = new ValueLayout[numbers];
      java.util.Arrays.fill(parameters, ValueLayout.JAVA_INT);
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow(name),
          FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }

    @Override
    public void close() {
      try {
        assertEquals(0, (int) function("close", 1).invokeWithArguments(file));
      } catch (Throwable broken) {
        throw new IllegalStateException(broken);
      }
      arena.close();
    }
  }
}
