package org.jiujin.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {
  @TempDir Path home;

  @Test
  void writesLinesOfJsonThatFollowFromEachOther() throws IOException {
    Journals.fill(home);
    List<JsonNode> lines = Journals.text(home).lines().map(JsonMapper.shared()::readTree).toList();
    assertEquals(
        List.of(
            "chain-began",
            "session-began",
            "application-signed",
            "application-accepted",
            "session-ended"),
        lines.stream().map(line -> line.get("kind").asString()).toList());
    JsonNode accepted = lines.get(3);
    assertEquals(4, accepted.get("seq").asLong());
    assertEquals("2026-11-23T02:00:00.123Z", accepted.get("at").asString());
    assertEquals("resident", accepted.get("actor").asString());
    assertEquals(Journals.MATTER, accepted.get("matter").asString());
    assertEquals(Journals.NUMBER.value(), accepted.get("number").asString());
    assertEquals(Journals.CASE, accepted.get("case").asString());
    for (int i = 1; i < lines.size(); i++) {
      assertEquals(lines.get(i - 1).get("hash"), lines.get(i).get("prev"));
    }
    var sound = assertInstanceOf(Verdict.Sound.class, ChainVerifier.verify(Journals.current(home)));
    assertEquals(5, sound.head().orElseThrow().count());
    assertEquals(lines.getLast().get("hash").asString(), sound.head().orElseThrow().hash());
    Path file = Journals.files(home).getFirst();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void goesOnAfterARestart() throws IOException {
    Journals.fill(home);
    try (Journal journal = Journals.open(home)) {
      assertEquals(5, journal.head().count());
      journal.append(Journals.entry(new AuditEvent.AppEnded()));
    }
    assertEquals(6, sound().head().orElseThrow().count());
  }

  @Test
  void cutsTheLastEntryWhereverALossOfPowerLeftIt() throws IOException {
    Journals.fill(home);
    Path file = Journals.files(home).getFirst();
    byte[] whole = Files.readAllBytes(file);
    int last =
        new String(whole, 0, whole.length - 1, StandardCharsets.US_ASCII).lastIndexOf('\n') + 1;
    for (int length = last; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length)); // the file ends there
      assertCut(length - last);
      byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length + 100);
      Files.write(file, zeros); // its length was kept, the bytes were not
      assertCut(zeros.length - last);
      byte[] hole = whole.clone(); // a page in the middle was not kept
      Arrays.fill(hole, last, Math.max(last + 1, length), (byte) 0);
      Files.write(file, hole);
      assertCut(whole.length - last);
      Files.write(file, whole);
    }
  }

  private void assertCut(int torn) throws IOException {
    assertEquals(torn, sound().tornBytes());
    try (Journal journal = Journals.open(home)) {
      assertEquals(torn == 0 ? 4 : 5, journal.head().count());
    }
    assertEquals(0, sound().tornBytes());
    assertEquals(torn > 0, Journals.text(home).contains("\"torn-end-cut\""), "said so");
    assertFalse(Files.exists(home.resolve("broken-001")));
  }

  @Test
  void findsEveryByteThatWasChanged() throws IOException {
    Journals.fill(home);
    Path file = Journals.files(home).getFirst();
    ChainHead head = sound().head().orElseThrow();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      Verdict alone = ChainVerifier.verify(Journals.current(home));
      boolean end = at == whole.length - 1; // as if the last entry had not been written
      assertEquals(!end, alone instanceof Verdict.Broken, "at " + at + ": " + alone);
      assertInstanceOf(
          Verdict.Broken.class,
          ChainVerifier.verify(Journals.current(home), List.of(head)),
          "at " + at);
    }
  }

  @Test
  void findsWithTheHeadsOfTheConsoleAlsoAChainThatWasMadeAnew() throws IOException {
    Journals.fill(home);
    ChainHead told = sound().head().orElseThrow();
    deleteCurrent();
    try (Journal journal = Journals.open(home)) { // the same id: the forger knows it
      for (int i = 0; i < 9; i++) {
        journal.append(Journals.entry(new AuditEvent.SessionBegan()));
      }
    }
    assertInstanceOf(Verdict.Sound.class, ChainVerifier.verify(Journals.current(home)));
    var broken =
        assertInstanceOf(
            Verdict.Broken.class, ChainVerifier.verify(Journals.current(home), List.of(told)));
    assertEquals(5, broken.line());
    assertEquals(4, broken.lastGood().orElseThrow().count());
    var other = new ChainHead("fedcba9876543210", 5, told.hash(), told.at());
    assertInstanceOf(
        Verdict.Sound.class, ChainVerifier.verify(Journals.current(home), List.of(other)));
  }

  private void deleteCurrent() throws IOException {
    for (Path file : Journals.files(home)) {
      Files.delete(file);
    }
  }

  @Test
  void findsEntriesThatWereTakenAwayOrPutElsewhere() throws IOException {
    Journals.fill(home);
    Path file = Journals.files(home).getFirst();
    List<String> lines = Files.readAllLines(file);
    assertBroken(file, List.of(lines.get(0), lines.get(2), lines.get(3), lines.get(4)), 2);
    assertBroken(file, List.of(lines.get(1), lines.get(2)), 1);
    assertBroken(file, List.of(lines.get(0), lines.get(2), lines.get(1)), 2);
    assertBroken(file, List.of(lines.get(0), lines.get(1), lines.get(1)), 3);
    assertBroken(file, List.of(lines.get(0), "", lines.get(1)), 2);
  }

  private void assertBroken(Path file, List<String> lines, int line) throws IOException {
    Files.write(file, lines);
    assertEquals(
        line,
        assertInstanceOf(Verdict.Broken.class, ChainVerifier.verify(Journals.current(home)))
            .line());
  }

  @Test
  void setsABrokenChainAsideUntouchedAndNamesWhatWasGoodInIt() throws IOException {
    Journals.fill(home);
    Path file = Journals.files(home).getFirst();
    byte[] changed = Files.readAllBytes(file);
    String good = Files.readAllLines(file).get(1);
    changed[new String(changed, StandardCharsets.US_ASCII).indexOf("application-accepted")] = 'A';
    Files.write(file, changed);
    try (Journal journal =
        Journal.open(
            home, Journal.Limits.USUAL, new FolderMedium(), Journals.AT, () -> "feed".repeat(4))) {
      assertEquals(1, journal.head().count());
    }
    assertArrayEquals(
        changed, Files.readAllBytes(home.resolve("broken-001").resolve(file.getFileName())));
    JsonNode began = JsonMapper.shared().readTree(Journals.text(home));
    assertEquals("chain-began", began.get("kind").asString());
    assertEquals("feed".repeat(4), began.get("chain").asString());
    assertEquals(Journals.CHAIN, began.get("broken_chain").asString());
    assertEquals("3", began.get("broken_count").asString());
    assertNotEquals(good, began.get("broken_hash").asString());
    assertEquals(1, sound().head().orElseThrow().count());
  }

  @Test
  void namesTheBrokenChainAlsoWhenTheNewOneCouldNotBeBegunAtOnce() throws IOException {
    Journals.fill(home);
    Path file = Journals.files(home).getFirst();
    Files.write(file, List.of(Files.readAllLines(file).getFirst(), "{}"));
    Medium full =
        (_, _, _) -> {
          throw new IOException("No space left on device");
        };
    assertThrows(IOException.class, () -> Journals.open(home, Journal.Limits.USUAL, full).close());
    try (Journal journal = Journals.open(home)) {
      assertEquals(1, journal.head().count());
    }
    assertTrue(Journals.text(home).contains("\"broken_count\":\"1\""));
  }

  @Test
  void keepsSomeBrokenChainsOnly() throws IOException {
    var two = new Journal.Limits(10_000, 4, 2);
    for (int i = 0; i < 4; i++) {
      Journals.open(home, two, new FolderMedium()).close();
      Files.writeString(Journals.files(home).getFirst(), "{}\n");
    }
    Journals.open(home, two, new FolderMedium()).close();
    assertFalse(Files.exists(home.resolve("broken-002")));
    assertTrue(Files.exists(home.resolve("broken-003")));
    assertTrue(Files.exists(home.resolve("broken-004")));
  }

  @Test
  void carriesTheChainOnInAnotherFileAndLetsTheOldestGo() throws IOException {
    var small = new Journal.Limits(2000, 3, 8);
    try (Journal journal = Journals.open(home, small, new FolderMedium())) {
      for (int i = 0; i < 60; i++) {
        journal.append(Journals.entry(new AuditEvent.SessionBegan()));
      }
    }
    List<Path> files = Journals.files(home);
    assertEquals(3, files.size());
    for (Path file : files) {
      assertTrue(Files.size(file) <= 2000);
      assertTrue(Files.readAllLines(file).getFirst().contains("\"kind\":\"file-began\""));
    }
    Verdict.Sound sound = sound();
    assertEquals(JournalFolder.first(files.getFirst()), sound.first());
    assertTrue(sound.first() > 1);
    try (Journal journal = Journals.open(home, small, new FolderMedium())) {
      assertEquals(sound.head().orElseThrow(), journal.head());
    }
    Files.delete(files.getFirst()); // more than the limit took away
    assertInstanceOf(Verdict.Broken.class, ChainVerifier.verify(Journals.current(home)));
  }

  @Test
  void findsAFileThatIsMissingOrEmptyInTheMiddle() throws IOException {
    var small = new Journal.Limits(2000, 9, 8);
    try (Journal journal = Journals.open(home, small, new FolderMedium())) {
      for (int i = 0; i < 20; i++) {
        journal.append(Journals.entry(new AuditEvent.SessionBegan()));
      }
    }
    Path second = Journals.files(home).get(1);
    Path aside = home.resolve("aside");
    Files.move(second, aside);
    assertInstanceOf(Verdict.Broken.class, ChainVerifier.verify(Journals.current(home)));
    Files.createFile(second);
    assertInstanceOf(Verdict.Broken.class, ChainVerifier.verify(Journals.current(home)));
    Files.move(aside, second, StandardCopyOption.REPLACE_EXISTING);
    assertInstanceOf(Verdict.Sound.class, ChainVerifier.verify(Journals.current(home)));
  }

  @Test
  void beginsAnotherFileInAnotherMonthOfChina() throws IOException {
    try (Journal journal = Journals.open(home)) {
      var lastOfMonth = Instant.parse("2026-11-30T15:59:59Z");
      journal.append(Entry.ofTerminal(lastOfMonth, new AuditEvent.AppEnded()));
      assertEquals(1, Journals.files(home).size());
      journal.append(
          Entry.ofTerminal(lastOfMonth.plus(Duration.ofSeconds(1)), new AuditEvent.AppEnded()));
      assertEquals(2, Journals.files(home).size());
      journal.append(Entry.ofTerminal(lastOfMonth, new AuditEvent.AppEnded())); // clock set back
      assertEquals(2, Journals.files(home).size());
    }
    assertEquals(5, sound().head().orElseThrow().count());
  }

  @Test
  void changesNothingWhenTheDiskRefusesInTheMiddleOfAnEntry() throws IOException {
    var left = new AtomicInteger(3);
    var real = new FolderMedium();
    Medium refusing =
        (file, length, bytes) -> {
          if (left.getAndDecrement() > 0) {
            real.append(file, length, bytes);
          } else {
            real.append(file, length, Arrays.copyOf(bytes, bytes.length / 2));
            throw new IOException("No space left on device");
          }
        };
    var small = new Journal.Limits(1300, 9, 8);
    try (Journal journal = Journals.open(home, small, refusing)) {
      int refusals = 0;
      for (int i = 0; i < 12; i++) {
        ChainHead before = journal.head();
        Optional<ChainHead> after = tried(journal);
        if (after.isEmpty()) {
          refusals++;
          left.set(i % 3);
          assertTrue(journal.head().count() - before.count() <= 1, "a file began at most");
        }
      }
      assertTrue(refusals > 3);
      left.set(10);
      journal.append(Journals.entry(new AuditEvent.AppEnded()));
      assertEquals(journal.head(), sound().head().orElseThrow());
      assertEquals(0, sound().tornBytes());
    }
  }

  private static Optional<ChainHead> tried(Journal journal) {
    try {
      return Optional.of(journal.append(Journals.entry(new AuditEvent.SessionBegan())));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Test
  void letsNobodyElseWriteMeanwhile() throws IOException {
    try (Journal _ = Journals.open(home)) {
      assertThrows(IOException.class, () -> Journals.open(home).close());
    }
    Journals.open(home).close();
  }

  private Verdict.Sound sound() throws IOException {
    return assertInstanceOf(Verdict.Sound.class, ChainVerifier.verify(Journals.current(home)));
  }
}
