package org.jiujin.agent.watchdog;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service manager's end of sd_notify(3): one datagram on a Unix-domain socket for each word. Linux only.
///
/// The JDK has no datagram sockets of that domain, so libc is called.
public final class Systemd {
  private static final Logger LOG = LoggerFactory.getLogger(Systemd.class);
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;
  private static final int ADDRESS_BYTES = 110;
  private static final int PATH_AT = 2;

  private final byte[] socket;
  private final Optional<Duration> watchdog;

  private Systemd(byte[] socket, Optional<Duration> watchdog) {
    this.socket = socket;
    this.watchdog = watchdog;
  }

  /// The service manager that started this process; empty when none wants to hear.
  ///
  /// @param environment with NOTIFY_SOCKET, and WATCHDOG_USEC where it is to be told regularly
  public static Optional<Systemd> of(Map<String, String> environment) {
    byte[] path = environment.getOrDefault("NOTIFY_SOCKET", "").getBytes(StandardCharsets.UTF_8);
    if (path.length == 0 || path.length > ADDRESS_BYTES - PATH_AT - 1) {
      return Optional.empty();
    }
    if (path[0] == '@') {
      path[0] = 0; // an abstract address
    }
    var watchdog =
        Optional.ofNullable(environment.get("WATCHDOG_USEC"))
            .filter(text -> text.matches("\\d{1,15}"))
            .map(text -> Duration.ofNanos(Long.parseLong(text) * 1000));
    return Optional.of(new Systemd(path, watchdog));
  }

  /// How long it waits for [#alive] before it ends this process; empty when it does not.
  public Optional<Duration> watchdog() {
    return watchdog;
  }

  /// The agent has started.
  public void ready() {
    send("READY=1");
  }

  /// The agent lives.
  public void alive() {
    send("WATCHDOG=1");
  }

  /// The agent is about to end.
  public void stopping() {
    send("STOPPING=1");
  }

  @SuppressWarnings("restricted") // libc
  private void send(String word) {
    var linker = Linker.nativeLinker();
    try (var arena = Arena.ofConfined()) {
      int file = (int) call(linker, "socket", 3).invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
      if (file < 0) {
        LOG.warn("systemd cannot be told {}: no socket", word);
        return;
      }
      long sent =
          (long)
              sendTo(linker)
                  .invokeExact(
                      file,
                      text(arena, word),
                      (long) word.length(),
                      MSG_DONTWAIT_NOSIGNAL,
                      address(arena),
                      PATH_AT + socket.length);
      if (sent < 0) {
        LOG.warn("systemd does not hear {}", word);
      }
      int _ = (int) call(linker, "close", 1).invokeExact(file);
    } catch (Throwable broken) { // what a foreign call declares
      throw new IllegalStateException("libc cannot be called", broken);
    }
  }

  private MemorySegment address(Arena arena) {
    MemorySegment address = arena.allocate(ADDRESS_BYTES);
    address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(socket, 0, address, ValueLayout.JAVA_BYTE, PATH_AT, socket.length);
    return address;
  }

  private static MemorySegment text(Arena arena, String word) {
    return arena.allocateFrom(ValueLayout.JAVA_BYTE, word.getBytes(StandardCharsets.US_ASCII));
  }

  @SuppressWarnings("restricted")
  private static MethodHandle call(Linker linker, String name, int numbers) {
    var parameters = new ValueLayout[numbers];
    java.util.Arrays.fill(parameters, ValueLayout.JAVA_INT);
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
  }

  @SuppressWarnings("restricted")
  private static MethodHandle sendTo(Linker linker) {
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("sendto"),
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_INT));
  }
}
