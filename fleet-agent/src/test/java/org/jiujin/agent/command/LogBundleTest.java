package org.jiujin.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jiujin.fleet.command.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All people and numbers here are invented.
class LogBundleTest {
  private static final String AT = "2026-11-23T10:00:00.000+08:00 ";

  @TempDir Path folder;

  @Test
  void keepsWarningsAndErrorsInTheFormsOfOurTwoPrograms() {
    List<String> ours =
        List.of(
            AT + "WARN  [supervise] Supervisor: the queue is full",
            AT + " WARN 4711 --- [orders] o.j.kiosk.TerminalOrders : Order c-1 failed");
    assertEquals(ours, RedactedLog.of(ours).lines());
  }

  @Test
  void leavesOutEverythingElse() {
    var log =
        RedactedLog.of(
            List.of(
                AT + "INFO  [supervise] Supervisor: app ready",
                "张三 620102200001010008",
                "\tat org.jiujin.kiosk.Some.method(Some.java:12)",
                "java.lang.IllegalStateException: 张三",
                "WARN without a time",
                ""));
    assertEquals(List.of(), log.lines());
    assertEquals(6, log.leftOut());
  }

  @Test
  void leavesOutNumbersOfPeopleAndTheMessagesOfExceptions() {
    assertRedacted(
        "id #, phone # and #", "id 62010220000101000X, phone 139 0000 0000 and 0931-1234567");
    assertRedacted("slot 3 of 120 in 4500 ms", "slot 3 of 120 in 4500 ms");
    assertRedacted(
        "filing failed java.lang.IllegalStateException: … | \tat org.jiujin.A.b(A.java:1)",
        "filing failed java.lang.IllegalStateException: 张三 住在 兰州 | \tat org.jiujin.A.b(A.java:1)");
    assertRedacted("it was java.io.IOException: … ", "it was java.io.IOException: /home/张三");
  }

  private static void assertRedacted(String expected, String said) {
    String line = AT + "ERROR [x] Y: ";
    assertEquals(List.of(line + expected), RedactedLog.of(List.of(line + said)).lines());
  }

  @Test
  void packsTheNewestLinesThatFitAndSaysWhatIsMissing() throws IOException {
    var random = new Random(1);
    List<String> lines =
        IntStream.range(0, 4000)
            .mapToObj(i -> AT + "WARN  [x] Y: " + i + " " + Long.toString(random.nextLong(), 36))
            .toList();
    Files.write(folder.resolve("app.log"), lines);
    ByteString zip =
        new LogBundle(
                Map.of(
                    "app.log", folder.resolve("app.log"), "agent.log", folder.resolve("missing")))
            .pack();
    assertTrue(zip.size() <= CommandResult.MAX_DETAIL_BYTES);
    Map<String, String> files = unzip(zip);
    assertTrue(files.getOrDefault("app.log", "").endsWith(lines.getLast() + "\n"));
    assertFalse(files.getOrDefault("app.log", "").contains(lines.getFirst()));
    assertTrue(
        files.getOrDefault("about.txt", "").contains("older ones"),
        files.getOrDefault("about.txt", ""));
    assertTrue(
        files.getOrDefault("about.txt", "").contains("agent.log: 0 lines"),
        files.getOrDefault("about.txt", ""));
  }

  private static Map<String, String> unzip(ByteString bytes) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (var zip = new ZipInputStream(bytes.newInput())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
