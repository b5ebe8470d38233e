package org.jiujin.agent.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.fleet.AppState;
import org.jiujin.fleet.local.LocalMessage;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The supervisor with a real child process.
class SupervisorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int MOST_MEGABYTES = 250;
  private static final SupervisionPolicy.Timing QUICK = timing(Duration.ofMillis(800));

  /// As polite as on a terminal: an app that is filling its memory takes a while to hear that it shall end.
  private static final SupervisionPolicy.Timing POLITE =
      timing(SupervisionPolicy.Timing.USUAL.politeLimit());

  @TempDir Path folder;
  private final Notes notes = new Notes();

  @Test
  void startsTheAppHearsItsReportAndStopsItPolitely() throws Exception {
    Supervisor supervisor = supervise(tinyApp());
    try {
      await("a report", () -> !notes.reports.isEmpty());
      assertEquals(List.of(AppState.STARTING, AppState.READY), notes.states);
      assertEquals("idcard", notes.reports.getFirst().devices().getFirst().id());
      assertEquals(List.of("tiny"), notes.versions);
      assertTrue(alive(notes.pid));
    } finally {
      supervisor.close();
    }
    assertTrue(Files.exists(folder.resolve("stopped-politely")));
    assertFalse(Files.exists(socket()), "the socket is removed");
    assertEquals(AppState.STOPPED, notes.states.getLast());
    assertEquals(0, notes.pid);
  }

  @Test
  void startsTheAppAgainWhenItIsKilled() throws Exception {
    try (Supervisor _ = supervise(tinyApp())) {
      await("ready", () -> notes.is(AppState.READY));
      long first = notes.pid;
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      await("a second app", () -> notes.pid != 0 && notes.pid != first);
      await("ready again", () -> notes.is(AppState.READY));
      assertEquals(1, notes.restarts);
    }
  }

  @Test
  void endsAFrozenAppAndStartsItAgain() throws Exception {
    try (Supervisor _ = supervise(tinyApp())) {
      await("ready", () -> notes.is(AppState.READY));
      long first = notes.pid;
      Files.createFile(folder.resolve("frozen"));
      await("frozen", () -> notes.states.contains(AppState.FROZEN));
      await("the end of the frozen app", () -> !alive(first));
      Files.delete(folder.resolve("frozen"));
      await("ready again", () -> notes.pid != first && notes.is(AppState.READY));
    }
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void givesUpForAWhileWhenTheAppCannotBeStarted() throws Exception {
    try (Supervisor _ = supervise(List.of(folder.resolve("no-such-program").toString()))) {
      await("the rest", () -> notes.is(AppState.CRASH_LOOP));
    }
  }

  @Test
  void endsTheAppThatAKilledAgentLeftBehind() throws Exception {
    var settings = settings(tinyApp());
    var sleep = List.of("sleep", "60");
    ChildProcess orphan = ChildProcess.start(sleep, settings.log(), settings.appNote());
    ChildProcess screen = ChildProcess.start(sleep, settings.log(), settings.safeScreenNote());
    try (Supervisor _ = supervise(tinyApp())) {
      await("ready", () -> notes.is(AppState.READY));
      assertFalse(alive(orphan.pid()), "two apps");
      assertFalse(alive(screen.pid()), "an app behind a safe screen");
    } finally {
      orphan.destroyForcibly();
      screen.destroyForcibly();
    }
  }

  @Test
  void showsTheSafeScreenWhileAnAppThatAlwaysCrashesRests() throws Exception {
    Path shown = folder.resolve("safe-screen-shown");
    var settings =
        settings(
            List.of("sh", "-c", "exit 3"),
            List.of("sh", "-c", "echo $$ > " + shown + "; exec sleep 60"));
    try (Supervisor supervisor =
        Supervisor.start(settings, Path::of, QUICK, notes, InstantSource.system())) {
      await("the rest", () -> notes.is(AppState.CRASH_LOOP));
      await("the safe screen", () -> Files.exists(shown) && !read(shown).isEmpty());
      long first = Long.parseLong(read(shown));
      assertTrue(alive(first));
      assertEquals(6, notes.ends.size());
      assertEquals("3 ", notes.ends.getFirst());
      supervisor.restartApp();
      await("the end of the safe screen", () -> !alive(first));
    }
  }

  @Test
  void tellsWhereTheAppFailedAndNothingOfWhatItSaid() throws Exception {
    try (Supervisor _ = supervise(tinyApp())) {
      await("ready", () -> notes.is(AppState.READY));
      Files.createFile(folder.resolve("broken"));
      await("its end", () -> !notes.ends.isEmpty());
      Files.delete(folder.resolve("broken"));
      assertEquals(
          "1 java.lang.IllegalStateException at " + TinyApp.class.getName() + ".main",
          notes.ends.getFirst().replaceFirst("\\(TinyApp.java:\\d+\\)$", ""));
    }
  }

  @Test
  void startsAnAppAnewThatGrowsUnlessSomebodyUsesIt() throws Exception {
    try (Supervisor _ =
        Supervisor.start(settings(tinyApp()), Path::of, POLITE, notes, InstantSource.system())) {
      await("ready", () -> notes.is(AppState.READY));
      long first = notes.pid;
      await("its weight", () -> notes.megabytes > 10 && notes.megabytes < MOST_MEGABYTES);
      Files.createFile(folder.resolve("grows"));
      await("another app", () -> notes.pid != 0 && notes.pid != first);
      Files.delete(folder.resolve("grows"));
      assertTrue(Files.exists(folder.resolve("stopped-politely")));
      await("ready again", () -> notes.is(AppState.READY));
    }
  }

  @Test
  void startsTheAppAnewWhenItIsAskedTo() throws Exception {
    try (Supervisor supervisor = supervise(tinyApp())) {
      await("ready", () -> notes.is(AppState.READY));
      long first = notes.pid;
      supervisor.restartApp();
      await("another app", () -> notes.pid != 0 && notes.pid != first);
      await("ready again", () -> notes.is(AppState.READY));
      assertTrue(Files.exists(folder.resolve("stopped-politely")));
      assertFalse(notes.states.contains(AppState.FROZEN));
    }
  }

  @Test
  void leavesAnAppThatNeverGreetsAsSoonAsItIsAskedTo() throws Exception {
    List<String> app = tinyApp();
    Path release = folder.resolve("release");
    Path begun = folder.resolve("begun");
    Files.writeString(release, "touch '" + begun + "'; exec sleep 60");
    try (Supervisor supervisor = supervise(List.of("sh", release.toString()))) {
      await("the app", () -> Files.exists(begun));
      long first = notes.pid;
      Files.writeString(release, "exec '" + String.join("' '", app) + "'");
      supervisor.restartApp();
      await("the other release", () -> notes.is(AppState.READY));
      assertFalse(alive(first), "two apps");
      assertEquals(List.of("143 "), notes.ends);
      assertEquals(List.of(AppState.STARTING, AppState.READY), notes.states);
    }
  }

  @Test
  void onlyTheOwnerMayOpenTheSocketAndAStaleOneIsReplaced() throws Exception {
    Files.writeString(socket(), "left behind");
    try (Supervisor _ = supervise(tinyApp())) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())));
      await("ready", () -> notes.is(AppState.READY));
    }
  }

  @Test
  void survivesAVisitorWhoSpeaksNonsense() throws Exception {
    try (Supervisor _ = supervise(tinyApp())) {
      await("ready", () -> notes.is(AppState.READY));
      long first = notes.pid;
      try (var visitor = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
        visitor.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1, 7}));
        // the visitor took the app's place, so the app ends, as any app does that loses its agent
        await("another app", () -> notes.pid != 0 && notes.pid != first);
      }
      await("ready again", () -> notes.is(AppState.READY));
    }
  }

  private static SupervisionPolicy.Timing timing(Duration politeLimit) {
    return new SupervisionPolicy.Timing(
        Duration.ofSeconds(30),
        Duration.ofMillis(300),
        Duration.ofMillis(1500),
        politeLimit,
        Duration.ofMillis(1500),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofMinutes(10),
        6,
        Duration.ofMinutes(10),
        MOST_MEGABYTES,
        MOST_MEGABYTES * 3 / 2);
  }

  private Supervisor supervise(List<String> command) throws IOException {
    return Supervisor.start(settings(command), Path::of, QUICK, notes, InstantSource.system());
  }

  private SupervisorSettings settings(List<String> command) {
    return settings(command, List.of());
  }

  private SupervisorSettings settings(List<String> command, List<String> safeScreen) {
    return new SupervisorSettings(command, safeScreen, socket(), folder.resolve("app.log"), folder);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path socket() {
    return folder.resolve("app.sock");
  }

  private List<String> tinyApp() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        TinyApp.class.getName(),
        socket().toString());
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("never came: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static final class Notes implements AppWatch {
    private final List<AppState> states = new CopyOnWriteArrayList<>();
    private final List<LocalMessage.Report> reports = new CopyOnWriteArrayList<>();
    private final List<String> versions = new CopyOnWriteArrayList<>();
    private volatile long pid;
    private volatile int restarts;
    private volatile long megabytes;
    private final List<String> ends = new CopyOnWriteArrayList<>();

    boolean is(AppState state) {
      return !states.isEmpty() && states.getLast() == state;
    }

    @Override
    public void appIs(AppState state) {
      states.add(state);
    }

    @Override
    public void appReports(LocalMessage.Report report) {
      reports.add(report);
    }

    @Override
    public void processIs(long newPid, int newRestarts) {
      pid = newPid;
      restarts = newRestarts;
    }

    @Override
    public void processEnded(int exit, String lastWords) {
      ends.add(exit + " " + lastWords);
    }

    @Override
    public void processWeighs(long newMegabytes) {
      megabytes = newMegabytes;
    }

    @Override
    public void versionIs(String version) {
      versions.add(version);
    }
  }
}
