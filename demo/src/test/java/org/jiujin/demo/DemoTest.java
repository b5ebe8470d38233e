package org.jiujin.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the command as a person does, in a process of its own, on a checkout of fake programs.
class DemoTest {
  private static final int AFTER_SIGTERM = 128 + 15;

  @TempDir private Path home;

  @Test
  void printsTheAddressesAndStopsEverythingWhenTold() throws Exception {
    FakeModule.checkout(home, "");
    Process demo = demo("--dir", home.resolve("there").toString());
    try (BufferedReader out = demo.inputReader(StandardCharsets.UTF_8)) {
      String said = readUntil(out, "Ctrl-C stops it all.");
      for (String name : List.of("触摸屏", "设备台", "运维台", "政务平台")) {
        assertTrue(said.contains(name), said);
      }
      assertEquals(5, running().size());

      demo.destroy();

      assertTrue(demo.waitFor(60, TimeUnit.SECONDS));
      assertEquals(AFTER_SIGTERM, demo.exitValue());
      assertEquals(List.of(), running());
      assertTrue(Files.exists(home.resolve("there/run/logs/app.log")));
      assertFalse(Files.exists(home.resolve("target")), "only the named folder is written to");
    } finally {
      demo.destroyForcibly();
    }
  }

  @Test
  void namesTheLogAndStopsTheRestWhenOneCannotStart() throws Exception {
    FakeModule.checkout(home, "fleet-console");
    Process demo = demo();
    try (BufferedReader out = demo.inputReader(StandardCharsets.UTF_8)) {
      String said = readUntil(out, "never said");

      assertTrue(demo.waitFor(60, TimeUnit.SECONDS));
      assertEquals(1, demo.exitValue());
      assertTrue(said.contains("console   FAILED: its process ended with exit code 1"), said);
      assertTrue(said.contains(home.resolve("target/demo/run/logs/console.log").toString()), said);
      assertTrue(said.contains("no.such.Program"), said);
      assertEquals(List.of(), running());
    } finally {
      demo.destroyForcibly();
    }
  }

  @Test
  void listsItsStories() throws Exception {
    assertEquals(0, run("--play", "list"));
  }

  @Test
  void refusesAStoryThatDoesNotExist() throws Exception {
    assertEquals(1, run("--play", "unheard"));
    assertFalse(Files.exists(home.resolve("target")), "nothing was started for it");
  }

  @Test
  void refusesAWrongCommandLine() throws Exception {
    assertEquals(2, run("--fast"));
  }

  private int run(String... words) throws Exception {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of(words));
    return new Demo(out).run(all);
  }

  private Process demo(String... words) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName(),
                "--home",
                home.toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// What is printed up to a line that ends with some words, or to the end.
  private static String readUntil(BufferedReader out, String end) throws IOException {
    var said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.endsWith(end)) {
        break;
      }
    }
    return said.toString();
  }

  /// The fake programs that run from this test's checkout.
  private List<Long> running() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().orElse("").contains("-jar " + home))
        .map(ProcessHandle::pid)
        .toList();
  }
}
