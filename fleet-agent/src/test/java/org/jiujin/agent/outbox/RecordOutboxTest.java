package org.jiujin.agent.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jiujin.fleet.Mend;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.jiujin.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordOutboxTest {
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
  private static final RecordBody ALARM =
      new RecordBody.FaultRaised("receipt", "PAPER_END", Mend.STAFF);
  private static final RecordBody NEWS = new RecordBody.AgentStopped();
  private static final RecordBody COUNTS =
      new RecordBody.DayCounted(LocalDate.of(2026, 11, 22), 4, 3, 1, 0);
  private static final RecordBody AUDIT = new RecordBody.AuditHead("c", 1, "00ff", 0);
  private static final int ROOM = 100;

  @TempDir Path folder;

  static LongStream seeds() {
    return Seeds.count(600);
  }

  @Test
  void keepsRecordsInOrderOverARestartUntilTheyAreAcknowledged() throws IOException {
    RecordOutbox outbox = open();
    for (int i = 0; i < 200; i++) {
      assertTrue(outbox.add(AT.plusSeconds(i), i % 2 == 0 ? ALARM : AUDIT));
      outbox = i % 30 == 0 ? open(300) : outbox;
    }
    List<TerminalRecord> waiting = open(300).waiting();
    assertEquals(200, waiting.size());
    assertEquals(AT.plusSeconds(7), waiting.get(7).at());
    RecordOutbox again = open(300);
    again.acknowledged(waiting.get(149).seq());
    assertEquals(waiting.subList(150, 200), again.waiting());
    assertEquals(waiting.subList(150, 200), tail(open(300).waiting(), 50));
    again.acknowledged(waiting.getLast().seq());
    assertEquals(List.of(), open(300).waiting());
    assertEquals(1, files().size(), "one file stays, for its name");
    assertEquals(0, Files.size(files().getFirst()));
  }

  @Test
  void neverGivesANumberTwiceThoughTheFolderOrTheTimeIsLost() throws IOException {
    RecordOutbox outbox = open();
    outbox.add(AT, ALARM);
    outbox.add(AT, ALARM);
    long last = outbox.waiting().getLast().seq();
    outbox.acknowledged(last);
    RecordOutbox inThePast =
        RecordOutbox.open(new FolderDisk(folder.resolve("outbox")), ROOM, Instant.EPOCH);
    inThePast.add(AT, ALARM);
    assertTrue(inThePast.waiting().getFirst().seq() > last, "the clock was set back");
    for (Path file : files()) {
      Files.delete(file);
    }
    RecordOutbox bare =
        RecordOutbox.open(
            new FolderDisk(folder.resolve("outbox")),
            ROOM,
            AT.plusSeconds(1)); // no agent starts faster
    bare.add(AT, ALARM);
    assertTrue(bare.waiting().getFirst().seq() > last + 1, "the folder was lost");
  }

  @Test
  void dropsNewsThenCountsThenAlarmsAndAuditHeadsLastTheOldestFirst() {
    RecordOutbox outbox = open();
    for (int i = 0; i < 40; i++) {
      List.of(NEWS, COUNTS, ALARM, AUDIT).forEach(body -> outbox.add(AT, body));
    }
    assertTrue(outbox.waiting().size() <= ROOM);
    assertEquals(160 - outbox.waiting().size(), outbox.dropped());
    assertEquals(40, count(outbox, ALARM));
    assertEquals(40, count(outbox, AUDIT));
    assertEquals(0, count(outbox, NEWS));
    for (int i = 0; i < 200; i++) {
      outbox.add(AT, AUDIT);
    }
    assertEquals(0, count(outbox, ALARM));
    assertTrue(outbox.waiting().size() <= ROOM);
    assertEquals(outbox.waiting(), tail(open().waiting(), outbox.waiting().size()));
  }

  @Test
  void staysSmallOnDiskHoweverMuchIsDropped() {
    var disk = new TestDisk(new Random(1));
    RecordOutbox outbox = RecordOutbox.open(disk, ROOM, AT);
    for (int i = 0; i < 5000; i++) {
      outbox.add(AT, i % 3 == 0 ? AUDIT : ALARM);
    }
    assertTrue(disk.fileCount() <= 12, disk.fileCount() + " files");
    assertTrue(disk.bytes() < 4 * ROOM * 100, disk.bytes() + " bytes");
  }

  @Test
  void skipsADamagedRecordAndCountsIt() throws IOException {
    RecordOutbox outbox = open();
    for (int i = 0; i < 10; i++) {
      outbox.add(AT, ALARM);
    }
    Path file = files().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    RecordOutbox after = open();
    assertEquals(9, after.waiting().size());
    assertEquals(1, after.dropped());
  }

  @Test
  void cutsAnEndThatWasNotFinishedAndGoesOnBehindIt() throws IOException {
    RecordOutbox outbox = open();
    outbox.add(AT, ALARM);
    byte[] whole = Files.readAllBytes(files().getFirst());
    for (int length = 1; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      Files.write(files().getFirst(), torn, StandardOpenOption.APPEND);
      RecordOutbox after = open();
      assertEquals(1, after.waiting().size());
      assertEquals(0, after.dropped());
      assertEquals(whole.length, Files.size(files().getFirst()), "cut at " + length);
    }
    open().add(AT, AUDIT);
    assertEquals(2, open().waiting().size());
    assertEquals(1, files().size());
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void goesOnInMemoryWhileTheDiskIsFullAndWritesItLater() {
    var disk = new TestDisk(new Random(1));
    RecordOutbox outbox = RecordOutbox.open(disk, ROOM, AT);
    assertTrue(outbox.add(AT, ALARM));
    disk.full(true);
    for (int i = 0; i < 300; i++) {
      assertFalse(outbox.add(AT, AUDIT));
    }
    assertFalse(outbox.durable());
    assertTrue(outbox.waiting().size() <= ROOM, "bounded in memory too");
    disk.full(false);
    outbox.save();
    assertTrue(outbox.durable());
    List<TerminalRecord> kept = outbox.waiting();
    outbox.acknowledged(kept.get(3).seq());
    assertEquals(
        tail(kept, kept.size() - 4),
        tail(RecordOutbox.open(disk, ROOM, AT).waiting(), kept.size() - 4));
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void goesOnInMemoryWhenThereIsNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("in-the-way"));
    RecordOutbox outbox = RecordOutbox.open(new FolderDisk(file), ROOM, AT);
    assertFalse(outbox.durable());
    assertFalse(outbox.add(AT, ALARM));
    assertEquals(1, outbox.waiting().size());
    outbox.acknowledged(Long.MAX_VALUE);
    assertEquals(List.of(), outbox.waiting());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNothingThatWasOnDiskWhereverThePowerGoes(long seed) {
    var random = new Random(seed);
    var disk = new TestDisk(random);
    Set<TerminalRecord> safe = new HashSet<>();
    Set<Long> given = new HashSet<>();
    long acknowledged = 0;
    for (int life = 0; life < 6; life++) {
      disk.cutPowerAfter(random.nextInt(160));
      try {
        RecordOutbox outbox = RecordOutbox.open(disk, 10_000, AT);
        checkLife(seed, outbox, safe, acknowledged);
        for (int i = 0; i < 60; i++) {
          if (random.nextInt(8) == 0 && !outbox.waiting().isEmpty()) {
            acknowledged = outbox.waiting().get(random.nextInt(outbox.waiting().size())).seq();
            outbox.acknowledged(acknowledged);
          } else {
            boolean onDisk = outbox.add(AT.plusSeconds(i), i % 2 == 0 ? ALARM : AUDIT);
            TerminalRecord added = outbox.waiting().getLast();
            assertTrue(onDisk, "seed " + seed);
            assertTrue(given.add(added.seq()), "a number was given twice, seed " + seed);
            safe.add(added);
          }
        }
      } catch (TestDisk.PowerCut _) {
        // on with the next life
      }
      disk.restart();
    }
    checkLife(seed, RecordOutbox.open(disk, 10_000, AT), safe, acknowledged);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsOverAPowerCutWhatTheNextAgentFoundAfterAKill(long seed) {
    var random = new Random(seed);
    var disk = new TestDisk(random);
    disk.cutPowerAfter(random.nextInt(24));
    try {
      RecordOutbox outbox = RecordOutbox.open(disk, 10_000, AT);
      for (int i = 0; i < 6; i++) {
        outbox.add(AT, ALARM);
      }
    } catch (TestDisk.PowerCut _) {
      disk.carryOn(); // only the process was killed, perhaps between writing and flushing
    }
    RecordOutbox next = RecordOutbox.open(disk, 10_000, AT);
    assertTrue(next.durable(), "seed " + seed);
    List<TerminalRecord> found = next.waiting();
    disk.restart();
    assertEquals(found, RecordOutbox.open(disk, 10_000, AT).waiting(), "seed " + seed);
  }

  private static void checkLife(
      long seed, RecordOutbox outbox, Set<TerminalRecord> safe, long acknowledged) {
    Set<TerminalRecord> there = new HashSet<>(outbox.waiting());
    for (TerminalRecord one : safe) {
      assertTrue(
          one.seq() <= acknowledged || there.contains(one), "lost " + one + ", seed " + seed);
    }
    assertEquals(0, outbox.dropped(), "nothing is taken for damaged, seed " + seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void losesNoMoreThanOneRecordForEachDamagedPlace(long seed) {
    var random = new Random(seed);
    var disk = new TestDisk(random);
    RecordOutbox outbox = RecordOutbox.open(disk, 10_000, AT);
    for (int i = 0; i < 150; i++) {
      outbox.add(AT, ALARM);
    }
    int damages = 1 + random.nextInt(3);
    for (int i = 0; i < damages; i++) {
      disk.damage();
    }
    RecordOutbox after = RecordOutbox.open(disk, 10_000, AT);
    assertTrue(after.waiting().size() >= 150 - damages, "seed " + seed);
    assertTrue(outbox.waiting().containsAll(after.waiting()), "nothing is made up, seed " + seed);
  }

  private RecordOutbox open() {
    return open(ROOM);
  }

  private RecordOutbox open(int room) {
    return RecordOutbox.open(new FolderDisk(folder.resolve("outbox")), room, AT);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      return files.sorted().toList();
    }
  }

  private static long count(RecordOutbox outbox, RecordBody body) {
    return outbox.waiting().stream().filter(one -> one.body().equals(body)).count();
  }

  private static List<TerminalRecord> tail(List<TerminalRecord> all, int count) {
    return new ArrayList<>(all.subList(all.size() - count, all.size()));
  }
}
