package org.jiujin.device.soak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jiujin.device.Eventually;
import org.jiujin.device.ipp.DocumentStation;
import org.jiujin.device.opencv.CameraStation;
import org.jiujin.device.opencv.FaceStation;
import org.jiujin.device.pcsc.ChipStation;
import org.jiujin.device.pcsc.IdentityChipStation;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// 24 simulated hours of random faults for each driver: nothing hangs, and nothing is left behind.
///
/// `ThreadGuard` looks for threads after the class; here every day ends with the handles it began with.
@Execution(ExecutionMode.SAME_THREAD)
class SoakTest {
  private static final Path HANDLES = Path.of("/proc/self/fd");
  private static final int LEAST_TROUBLES = 8;

  /// A garbage-collected handle may be away a moment later.
  private static final int SPARE_HANDLES = 2;

  @TempDir private Path folder;

  /// The JDK opens the handles with which its virtual threads wait for sockets once in a program's life, when the first waits.
  @BeforeAll
  static void waitForASocket() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var here = new Socket(server.getInetAddress(), server.getLocalPort());
        var there = server.accept()) {
      var waiting =
          Thread.startVirtualThread(() -> {
            try {
              var _ = here.getInputStream().read();
            } catch (IOException closed) {
              throw new UncheckedIOException(closed);
            }
          });
      Eventually.within(
          Duration.ofSeconds(10),
          () -> waiting.getState().toString(),
          () -> waiting.getState() == Thread.State.WAITING);
      there.getOutputStream().write(1);
      Eventually.within(Duration.ofSeconds(10), () -> "never ends", () -> !waiting.isAlive());
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("days")
  void livesThroughADayOfFaults(
      String name, long seed, BiFunction<Path, InstantSource, Station> open) throws IOException {
    warmUp(open);
    long before = handles();
    var day = new Day(seed);
    int troubles;
    try (var station = open.apply(folder, day.time())) {
      troubles = day.live(station);
      assertTrue(station.device().lease().acquire("after", Duration.ofMinutes(1)), "lease left");
    }
    assertTrue(troubles >= LEAST_TROUBLES, "only " + troubles + " troubles: the day proves little");
    Eventually.within(
        Duration.ofSeconds(10),
        () -> "handles before " + before + ", after " + handles(),
        () -> handles() <= before + SPARE_HANDLES);
  }

  /// Loads what is loaded once: classes open their jars, toolkits their pools.
  private void warmUp(BiFunction<Path, InstantSource, Station> open) {
    try (var station = open.apply(folder, InstantSource.system())) {
      Eventually.within(Duration.ofSeconds(60), () -> "never ready", station::work);
    }
  }

  static Stream<Arguments> days() {
    return Seeds.count(1).boxed().flatMap(SoakTest::daysOf);
  }

  private static Stream<Arguments> daysOf(long seed) {
    return Stream.of(
        day("identity-card reader", seed, SamStation::new),
        day("receipt printer", seed, ReceiptStation::new),
        day("document printer", seed, (folder, time) -> new DocumentStation(time)),
        day("code scanner", seed, ScannerStation::new),
        day("typing scanner", seed, (folder, time) -> new WedgeStation(time)),
        day("cabinet", seed, CabinetStation::new),
        day("chip card reader", seed, (folder, time) -> new ChipStation(time)),
        day("identity chip reader", seed, (folder, time) -> new IdentityChipStation(time)),
        day("document camera", seed, CameraStation::new),
        day("face camera", seed, FaceStation::new));
  }

  private static Arguments day(
      String name, long seed, BiFunction<Path, InstantSource, Station> open) {
    return Arguments.of(name, seed, open);
  }

  private static long handles() {
    try (var files = Files.list(HANDLES)) {
      return files.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
