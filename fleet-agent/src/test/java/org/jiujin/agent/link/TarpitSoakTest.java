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
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.agent.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many links at a [Tarpit], a good hundred attempts in every build and thousands with `./kiosk test --long`: threads, heap and
/// file handles of the second half do not exceed those of the first.
class TarpitSoakTest {
  private static final boolean LONG = Boolean.getBoolean("kiosk.long");

  /// Side by side, because an attempt at a silent broker takes its 3 s.
  private static final int LINKS = 40;

  private static final int ATTEMPTS = LONG ? 4000 : 100;
  private static final int WARM_UP = 40;
  private static final int LOOKS = 10;

  /// Where the links stand differs from look to look: a link has at most 7 threads (its own, five of Paho's, one that closes).
  private static final int SPARE = LINKS;

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
    List<Look> first = looks.subList(0, LOOKS / 2);
    List<Look> second = looks.subList(LOOKS / 2, LOOKS);
    assertNotGrown("threads", first, second, Look::threads, SPARE);
    assertNotGrown("handles", first, second, Look::handles, SPARE);
    assertNotGrown("bytes", first, second, Look::heapBytes, SPARE_BYTES);
  }

  /// In small steps, of which each has a limit of its own.
  private static void awaitAttempts(CountingRandom attempts, int count) {
    for (int step = LINKS; step < count; step += LINKS) {
      attempts.awaitAttempts(step);
    }
    attempts.awaitAttempts(count);
  }

  private static void assertNotGrown(
      String what, List<Look> first, List<Look> second, ToLongFunction<Look> figure, long spare) {
    long before = most(first, figure);
    long after = most(second, figure);
    assertTrue(
        after <= before + spare,
        () -> "%s grew from %d to %d: %s, then %s".formatted(what, before, after, first, second));
  }

  private static long most(List<Look> looks, ToLongFunction<Look> figure) {
    return looks.stream().mapToLong(figure).max().orElseThrow();
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
