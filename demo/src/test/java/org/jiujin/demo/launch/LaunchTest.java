package org.jiujin.demo.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
  private static final Duration AMPLE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir private Path run;
  private Launch launch;

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(run.resolve("logs"));
    launch = new Launch(run, run, Map.of(), SHORT);
  }

  @AfterEach
  void leavesNoProcessBehind() {
    launch.close();
    assertEquals(List.of(), fakes());
    assertFalse(Files.exists(run.resolve("pids")));
  }

  @Test
  void startsProgramsSideBySideAndSaysWhenEachIsReady() throws Exception {
    var answers =
        launch.start(
            List.of(
                fake("one", FakeProgram.Manner.GOOD, AMPLE),
                fake("two", FakeProgram.Manner.GOOD, AMPLE)));

    assertEquals(2, answers.size());
    answers.forEach(answer -> assertInstanceOf(Started.Ready.class, answer));
    assertTrue(ProcessHandle.of(launch.pid("two")).orElseThrow().isAlive());
    assertTrue(launch.fallen().isEmpty());
  }

  @Test
  void namesTheLogOfAProgramThatEndsInsteadOfAnswering() throws Exception {
    var answer = launch.start(fake("broken", FakeProgram.Manner.BROKEN, AMPLE));

    var failed = assertInstanceOf(Started.Failed.class, answer);
    assertEquals("its process ended with exit code 3", failed.why());
    assertEquals(run.resolve("logs/broken.log"), failed.log());
    assertEquals(List.of("the fake begins"), failed.lastLines());
  }

  @Test
  void stopsAProgramThatDoesNotAnswerInTime() throws Exception {
    var answer = launch.start(fake("silent", FakeProgram.Manner.SILENT, SHORT));

    var failed = assertInstanceOf(Started.Failed.class, answer);
    assertEquals("it did not answer within 1 s", failed.why());
    assertEquals(List.of(), fakes());
  }

  @Test
  void stopsThoseThatRunWhenALaterOneCannotStart() throws Exception {
    var answers =
        launch.start(
            List.of(
                fake("good", FakeProgram.Manner.GOOD, AMPLE),
                fake("broken", FakeProgram.Manner.BROKEN, AMPLE)));
    assertInstanceOf(Started.Ready.class, answers.getFirst());
    assertInstanceOf(Started.Failed.class, answers.getLast());

    launch.close();

    assertEquals(List.of(), fakes());
  }

  @Test
  void saysSoWhenAProgramDoesNotExist() throws Exception {
    var nothing = new Program("nothing", List.of(run + "/nothing"), health(1), AMPLE);

    // where setsid exists, it is started and cannot find the program
    assertInstanceOf(Started.Failed.class, launch.start(nothing));
  }

  @Test
  void endsAStubbornProgramAndWhatItHadStarted() throws Exception {
    launch.start(fake("stubborn", FakeProgram.Manner.STUBBORN, AMPLE));
    launch.start(fake("parent", FakeProgram.Manner.PARENT, AMPLE));
    awaitFakes(3);

    launch.close();

    assertEquals(List.of(), fakes());
  }

  @Test
  void startsNothingOnceItIsClosed() throws Exception {
    launch.close();

    var failed =
        assertInstanceOf(
            Started.Failed.class, launch.start(fake("late", FakeProgram.Manner.GOOD, AMPLE)));

    assertEquals("the launch is being stopped", failed.why());
    assertEquals(List.of(), fakes());
  }

  @Test
  void aKilledProgramCanBeStartedAgain() throws Exception {
    var program = fake("good", FakeProgram.Manner.GOOD, AMPLE);
    launch.start(program);
    long first = launch.pid("good");

    launch.kill("good");
    assertThrows(NoSuchElementException.class, () -> launch.pid("good"));
    assertInstanceOf(Started.Ready.class, launch.start(program));

    assertFalse(ProcessHandle.of(first).map(ProcessHandle::isAlive).orElse(false));
    assertTrue(ProcessHandle.of(launch.pid("good")).orElseThrow().isAlive());
  }

  @Test
  void noticesAProgramThatFell() throws Exception {
    launch.start(fake("good", FakeProgram.Manner.GOOD, AMPLE));

    var process = ProcessHandle.of(launch.pid("good")).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();

    assertEquals("good", launch.fallen().orElseThrow());
  }

  @Test
  void endsWhatAKilledRunLeft() throws Exception {
    launch.start(fake("left", FakeProgram.Manner.GOOD, AMPLE));
    long left = launch.pid("left");

    try (var next = new Launch(run, run, Map.of(), SHORT)) {
      assertEquals(List.of(left), next.endLeftovers());
    }

    assertEquals(List.of(), fakes());
  }

  @Test
  void leavesAProcessAloneThatOnlyHasTheSamePid() throws Exception {
    launch.start(fake("good", FakeProgram.Manner.GOOD, AMPLE));
    Files.writeString(run.resolve("pids"), launch.pid("good") + " 2001-01-01T00:00:00Z\n");

    try (var next = new Launch(run, run, Map.of(), SHORT)) {
      assertEquals(List.of(), next.endLeftovers());
    }

    assertTrue(ProcessHandle.of(launch.pid("good")).orElseThrow().isAlive());
  }

  private static Program fake(String name, FakeProgram.Manner manner, Duration limit)
      throws IOException {
    return FakeProgram.program(name, manner, freePort(), limit);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static java.net.URI health(int port) {
    return java.net.URI.create("http://127.0.0.1:" + port + "/health");
  }

  private static void awaitFakes(int count) {
    long deadline = System.nanoTime() + AMPLE.toNanos();
    while (fakes().size() < count) {
      assertTrue(System.nanoTime() < deadline, "the fakes did not all start");
      Thread.onSpinWait();
    }
  }

  /// The fakes that run below this JVM or were left by it.
  private static List<Long> fakes() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains("FakeProgram"))
        .filter(ProcessHandle::isAlive)
        .map(ProcessHandle::pid)
        .toList();
  }
}
