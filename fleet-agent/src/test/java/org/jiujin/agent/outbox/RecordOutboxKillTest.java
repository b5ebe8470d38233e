package org.jiujin.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jiujin.fleet.record.TerminalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process on a real file system, killed again and again. Its page cache outlives it, so what only a power cut can
/// show is shown by [RecordOutboxTest].
class RecordOutboxKillTest {
  private static final int ROUNDS = 20;

  @TempDir Path folder;

  @Test
  void everyRecordThatWasOnDiskIsThereAfterAKill() throws Exception {
    var random = new Random(11);
    Set<Long> safe = new HashSet<>();
    Set<Long> ever = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      int lines = 1 + random.nextInt(180);
      Process adder = start();
      try (BufferedReader output = adder.inputReader()) {
        String line = output.readLine();
        for (int i = 0; line != null; i++) { // what was said before the kill counts as well
          take(line, safe, ever);
          if (i == lines) {
            adder.toHandle().destroyForcibly(); // the process's own would close its output too
          }
          line = output.readLine();
        }
      }
      assertTrue(adder.waitFor(10, TimeUnit.SECONDS));
      Set<Long> there =
          open().waiting().stream().map(TerminalRecord::seq).collect(Collectors.toSet());
      assertTrue(there.containsAll(safe), "round " + round);
      assertEquals(0, open().dropped(), "round " + round);
    }
    assertFalse(safe.isEmpty());
  }

  private static void take(String line, Set<Long> safe, Set<Long> ever) {
    if (line.startsWith("up to ")) {
      long first = Long.parseLong(line.substring("up to ".length()));
      safe.removeIf(seq -> seq < first);
    } else if (line.matches("\\d+")) {
      long seq = Long.parseLong(line);
      assertTrue(ever.add(seq), "a number was given twice");
      safe.add(seq);
    } else {
      assertTrue(line.isEmpty() || Character.isDigit(line.charAt(0)), line);
    }
  }

  private RecordOutbox open() {
    return RecordOutbox.open(new FolderDisk(folder), 4000, InstantSource.system().instant());
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Adder.class.getName(),
                folder.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
