package org.jiujin.update.repository.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an operator types, as `docs/updates.md` tells it.
class RepoCommandTest {
  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private final InstantSource clock = () -> now;
  private String said = "";

  @BeforeEach
  void image() throws Exception {
    Files.createDirectories(folder.resolve("image/lib"));
    Files.writeString(folder.resolve("image/lib/a"), "the app");
  }

  @Test
  void fromNothingToARelease() throws Exception {
    run(0, "init R --keys K");
    assertTrue(said.contains("the keys are in"), said);
    run(0, "sign R --keys K");
    assertTrue(said.contains("staged: root version 1, 3 of 2 signatures"), said);
    run(0, "publish R --keys K");
    run(0, "add R app 0.2.0 image");
    assertTrue(said.contains("staged app 0.2.0: 1 files, 7 bytes, 0 patches"), said);
    assertTrue(said.contains("staged: software version 2, 0 of 1 signatures"), said);
    run(1, "publish R --keys K");
    assertTrue(said.contains("software is signed by 0 keys where 1 are needed"), said);
    run(0, "sign R --keys K");
    run(0, "publish R --keys K");
    assertEquals("published software, timestamp 2, good until 2026-11-27T08:00:00Z\n", said);
    run(0, "verify R");
    assertEquals("app 0.2.0 is published\neverything is as signed\n", said);
    run(0, "list R");
    assertEquals("app 0.2.0: 1 files, 7 bytes, 0 patches\n", said);
  }

  @Test
  void keysAreRotatedAndReleasesTakenBack() throws Exception {
    published();
    run(0, "add R app 1 image");
    run(0, "sign R --keys K");
    run(0, "publish R --keys K");
    run(0, "rotate R software --keys K --quorum software=1/2");
    run(0, "sign R --keys K");
    run(0, "publish R --keys K");
    assertTrue(said.startsWith("published software, targets, timestamp 3"), said);
    run(0, "status R");
    assertTrue(
        said.lines().anyMatch(line -> line.matches("software: version 3, .* 1 of \\w{12} \\w{12}")),
        said);
    run(0, "revoke R app 1");
    run(0, "sign R --keys K");
    run(0, "publish R --keys K");
    run(0, "gc R");
    assertTrue(said.startsWith("removed 2 files"), said);
    run(0, "verify R");
    assertEquals("everything is as signed\n", said);
    run(0, "renew R root");
    run(0, "sign R --keys K");
    run(0, "publish R --keys K");
    assertTrue(said.startsWith("published root, timestamp 5"), said);
  }

  @Test
  void whatHasExpiredIsSaid() throws Exception {
    published();
    now = Instant.parse("2026-12-24T08:00:00Z");
    run(1, "verify R");
    assertTrue(said.startsWith("repo: a terminal would refuse this: EXPIRED: timestamp"), said);
    run(0, "publish R --keys K");
    run(0, "verify R");
  }

  @Test
  void damageIsNamed() throws Exception {
    published();
    run(0, "add R app 1 image");
    run(0, "sign R --keys K");
    run(0, "publish R --keys K");
    try (var files = Files.walk(folder.resolve("R/web/targets/files"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "another");
      }
    }
    run(1, "verify R");
    assertTrue(said.contains(" is damaged\n1 problems"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add R",
        "add R app",
        "add R firmware 1 image",
        "add R app .. image",
        "add R app 1 nowhere",
        "sign R",
        "sign R --keys nowhere",
        "sign R --keys",
        "sign R --colour red",
        "init R --keys K",
        "rotate R firmware --keys K",
        "rotate R root --keys K --quorum root",
        "rotate R root --keys K --quorum root=3/2",
        "rotate R root --keys K --keep nobody",
        "rotate R root --keys R/web/keys",
        "revoke R app 1",
        "renew R timestamp",
        "serve R --port many",
        "serve R --port 70000",
        "verify nowhere",
        "list nowhere",
        "status nowhere",
        "fly R"
      })
  void aMistakeIsOneLineAndChangesNothing(String words) throws Exception {
    published();
    List<String> before = files();
    run(1, words);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith("repo: "), said);
    assertFalse(said.contains("Exception"), said);
    assertEquals(before, files());
  }

  @Test
  void helpTellsEverything() {
    assertEquals(0, code("help"));
    assertTrue(said.contains("ROLE: root, timestamp, snapshot, targets, software"), said);
    assertEquals(1, code(""));
  }

  @Test
  void onlyOneWorksAtATime() throws Exception {
    published();
    try (var channel = FileChannel.open(folder.resolve("R/lock"), StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      run(1, "renew R root");
      assertTrue(said.contains("another ./kiosk repo is at work"), said);
      run(0, "status R");
    }
  }

  private void published() {
    run(0, "init R --keys K");
    run(0, "sign R --keys K");
    run(0, "publish R --keys K");
  }

  private void run(int code, String words) {
    assertEquals(code, code(words), () -> words + ": " + said);
  }

  private int code(String words) {
    List<String> arguments = new ArrayList<>();
    for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
      boolean inFolder = word.matches("(R|K|R/web/keys|image|nowhere)");
      arguments.add(inFolder ? folder.resolve(word).toString() : word);
    }
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = RepoCommand.run(arguments, stream, stream, clock);
    said = bytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  private List<String> files() throws Exception {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
