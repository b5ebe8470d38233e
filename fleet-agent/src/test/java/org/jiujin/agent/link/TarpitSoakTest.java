package org.jiujin.agent.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.agent.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many links at a [Tarpit], a good hundred attempts in every build and thousands with `./kiosk test --long`: no link ever has more
/// threads than it needs, the heap does not grow, and when the links are closed no file handle is left (and no thread, which
/// every test is watched for). Of the heap the least counts: what a collection finds in use at one moment depends on what the
/// links, and threads of other tests, have in hand.
class TarpitSoakTest {
  private static final boolean LONG = Boolean.getBoolean("kiosk.long");

  /// Side by side, because an attempt at a silent broker takes its 3 s.
  private static final int LINKS = 40;

  private static final int ATTEMPTS = LONG ? 4000 : 100;
  private static final int WARM_UP = 40;
  private static final int LOOKS = 10;

  /// Its own, at most six of Paho's, one that closes.
  private static final int THREADS_OF_A_LINK = 8;

  /// Carriers of virtual threads, and what a JVM opens for itself.
  private static final int SPARE = 16;

  private static final long SPARE_BYTES = 1_500_000;

  @TempDir Path folder;

  @Test
  @Timeout(1800)
  void threadsHeapAndHandlesDoNotGrowOverTcp() throws Exception {
    soak(null, null);
  }

  @Test
  @Timeout(1800)
  void threadsHeapAndHandlesDoNotGrowOverTls() throws Exception {
    TestAuthority authority = TestAuthority.make(folder.resolve("tls"));
    soak(
        new TlsFiles(authority.certificate(), authority.server("broker")),
        new TlsFiles(authority.certificate(), authority.terminal("T621121001")));
  }

  private void soak(@Nullable TlsFiles server, @Nullable TlsFiles terminal) throws Exception {
    var attempts = new CountingRandom();
    var looks = new ArrayList<Look>();
    List<FleetLink> links = new ArrayList<>();
    Look before = Look.now();
    try (Tarpit tarpit = Tarpit.start(server == null ? null : server.context())) {
      try {
        for (int i = 0; i < LINKS; i++) {
          links.add(link(tarpit.uri(), terminal, attempts, "T" + i));
        }
        links.forEach(FleetLink::start);
        for (int look = 0; look < LOOKS; look++) {
          awaitAttempts(attempts, WARM_UP + look * ATTEMPTS / LOOKS);
          looks.add(Look.now());
        }
      } finally {
        closeAll(links);
      }
    }
    int most = before.threads() + LINKS * THREADS_OF_A_LINK + SPARE;
    assertTrue(looks.stream().allMatch(look -> look.threads() <= most), () -> "threads " + looks);
    long first = least(looks.subList(0, LOOKS / 2));
    long second = least(looks.subList(LOOKS / 2, LOOKS));
    assertTrue(second <= first + SPARE_BYTES, () -> "bytes " + looks);
    awaitHandles(before.handles() + SPARE);
  }

  private static long least(List<Look> looks) {
    return looks.stream().mapToLong(Look::heapBytes).min().orElseThrow();
  }

  /// The tarpit's own end of a connection goes a little later.
  private static void awaitHandles(long most) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (Look.now().handles() > most) {
      assertTrue(System.nanoTime() < deadline, () -> Look.now() + ", at most " + most);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /// In small steps, of which each has a limit of its own.
  private static void awaitAttempts(CountingRandom attempts, int count) {
    for (int step = LINKS; step < count; step += LINKS) {
      attempts.awaitAttempts(step);
    }
    attempts.awaitAttempts(count);
  }

  private FleetLink link(
      String uri, @Nullable TlsFiles terminal, CountingRandom attempts, String node)
      throws IOException {
    var settings =
        new LinkSettings(
            "GS-621121",
            node,
            List.of(uri),
            terminal,
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Files.createDirectories(folder.resolve(node)));
    var picture = new Snapshot(Map.of(), Map.of("idcard", Devices.ready("idcard")));
    return new FleetLink(
        settings, () -> picture, _ -> {}, Outbox.none(), InstantSource.system(), attempts);
  }

  /// All at once: each may take its time.
  private static void closeAll(List<FleetLink> links) throws InterruptedException {
    List<Thread> closing =
        links.stream().map(link -> Thread.ofVirtual().start(link::close)).toList();
    for (Thread one : closing) {
      one.join();
    }
  }

  /// What the process has at a moment.
  ///
  /// @param heapBytes that are still used after a collection
  private record Look(int threads, long handles, long heapBytes) {
    static Look now() {
      System.gc();
      try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
        return new Look(
            ManagementFactory.getThreadMXBean().getThreadCount(),
            handles.count(),
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
