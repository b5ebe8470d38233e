package org.jiujin.kiosk.application;

import static org.jiujin.kiosk.application.Applications.application;
import static org.jiujin.kiosk.application.Applications.done;
import static org.jiujin.kiosk.application.Applications.next;
import static org.jiujin.kiosk.application.Applications.outbox;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jiujin.kiosk.application.Sealer.Unsealed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationOutboxTest {
  @TempDir Path folder;

  @Test
  void keepsTheBytesThroughARestart() {
    String id;
    byte[] sent;
    try (var outbox = outbox(folder)) {
      var application = application(next(outbox));
      sent = application.json();
      id = done(outbox.store(application));
      assertEquals(1, outbox.depth());
    }
    try (var outbox = outbox(folder)) {
      assertEquals(1, outbox.depth());
      var row = done(outbox.nextDue()).orElseThrow();
      assertEquals(id, row.id());
      var plain = assertInstanceOf(Unsealed.Plain.class, outbox.open(row));
      assertEquals(text(sent), text(plain.bytes()));
    }
  }

  @Test
  void leavesAFreshRowToWhoeverStoredIt() {
    var clock = new MovedClock();
    try (var outbox = outbox(folder, Applications.sealer(folder), clock)) {
      String id = done(outbox.store(application(next(outbox))));
      assertTrue(done(outbox.nextDue()).isEmpty());
      assertTrue(done(outbox.pending(id)).isPresent());
      clock.now = clock.now.plus(ApplicationOutbox.LEASE);
      assertTrue(done(outbox.nextDue()).isPresent());
    }
  }

  @Test
  void wipesThePayloadOnceAcknowledgedAndKeepsTheCaseNumber() throws IOException {
    try (var outbox = outbox(folder)) {
      var number = next(outbox);
      String id = done(outbox.store(application(number)));
      byte[] sealed = done(outbox.pending(id)).orElseThrow().sealed().bytes();
      String middle = latin(sealed).substring(9_000, 9_064);
      assertTrue(raw().contains(middle), "the search must find sealed bytes while they are there");
      assertHidden();

      assertTrue(done(outbox.acknowledge(id, ScriptedPlatform.CASE)));

      assertEquals(0, outbox.depth());
      assertEquals(Optional.of(ScriptedPlatform.CASE), done(outbox.caseNumberOf(number)));
      assertFalse(raw().contains(middle), "not even the sealed bytes are left");
      assertHidden();
    }
    assertHidden();
  }

  @Test
  void sendsRatingsAfterTheirApplicationAndVainRowsLast() {
    try (var outbox = outbox(folder)) {
      var first = next(outbox);
      String one = done(outbox.store(application(first)));
      String rating = done(outbox.store(Applications.rating(first, 5)));
      String two = done(outbox.store(application(next(outbox))));
      done(outbox.makeAllDue());
      assertEquals(one, due(outbox));
      done(outbox.postpone(one, "NOT_CONNECTED"));
      assertEquals(two, due(outbox));
      done(outbox.acknowledge(two, ScriptedPlatform.CASE));
      assertEquals(one, due(outbox), "the rating waits");
      done(outbox.acknowledge(one, ScriptedPlatform.CASE));
      assertEquals(rating, due(outbox));
    }
  }

  @Test
  void givesNoLocalNumberTwiceAndStartsEachChineseDayAnew() {
    var clock = new MovedClock();
    LocalNumber first;
    try (var outbox = outbox(folder, Applications.sealer(folder), clock)) {
      first = next(outbox);
    }
    try (var outbox = outbox(folder, Applications.sealer(folder), clock)) {
      assertNotEquals(first, next(outbox));
      clock.now = Instant.parse("2026-11-23T16:00:00Z"); // midnight in China
      assertEquals("2611240001", next(outbox).value().substring(9, 19));
    }
  }

  @Test
  void storesAnApplicationOnlyOnce() {
    try (var outbox = outbox(folder)) {
      var number = next(outbox);
      done(outbox.store(application(number)));
      assertInstanceOf(StoreResult.Failed.class, outbox.store(application(number)));
      assertEquals(1, outbox.depth());
    }
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnWithSmallerThings() {
    var opening =
        OutboxFile.open(folder, Applications.sealer(folder), InstantSource.system(), 80_000);
    try (var outbox = assertInstanceOf(OutboxFile.Opening.Ready.class, opening).outbox()) {
      String kept = done(outbox.store(application(next(outbox))));
      var full =
          assertInstanceOf(StoreResult.Failed.class, outbox.store(application(next(outbox))));
      assertEquals(StoreFault.DISK_FULL, full.fault());
      assertEquals(1, outbox.depth());
      assertTrue(done(outbox.acknowledge(kept, ScriptedPlatform.CASE)));
      done(outbox.store(application(next(outbox))));
    }
  }

  @Test
  void setsADamagedFileAsideAndStartsAnother() throws IOException {
    LocalNumber before;
    try (var outbox = outbox(folder)) {
      before = next(outbox);
      done(outbox.store(application(before)));
    }
    try (var file = new RandomAccessFile(folder.resolve("kiosk.db").toFile(), "rw")) {
      file.seek(4096);
      file.write(new byte[8192]);
    }
    var opening = OutboxFile.open(folder, Applications.sealer(folder), InstantSource.system());
    var ready = assertInstanceOf(OutboxFile.Opening.Ready.class, opening);
    try (var outbox = ready.outbox()) {
      assertTrue(Files.exists(ready.setAside().orElseThrow()), "nothing is deleted");
      assertEquals(0, outbox.depth());
      assertNotEquals(
          before, next(outbox), "a number that the damaged file gave is not given again");
    }
  }

  @Test
  void setsAsideWhatIsNoDatabaseAtAll() throws IOException {
    Files.writeString(folder.resolve("kiosk.db"), "this is not a database".repeat(500));
    var opening = OutboxFile.open(folder, Applications.sealer(folder), InstantSource.system());
    try (var outbox = assertInstanceOf(OutboxFile.Opening.Ready.class, opening).outbox()) {
      done(outbox.store(application(next(outbox))));
    }
  }

  @Test
  void doesNotTouchTheFileOfANewerProgram() throws SQLException {
    outbox(folder).close();
    tamper("PRAGMA user_version = 99");
    var opening = OutboxFile.open(folder, Applications.sealer(folder), InstantSource.system());
    assertEquals(
        StoreFault.STORE_NEWER, assertInstanceOf(OutboxFile.Opening.Failed.class, opening).fault());
    assertTrue(Files.exists(folder.resolve("kiosk.db")));
  }

  @Test
  void noticesATamperedRow() throws SQLException {
    try (var outbox = outbox(folder)) {
      done(outbox.store(application(next(outbox))));
    }
    tamper("UPDATE outbox SET local_number = '99999999999999999999'");
    try (var outbox = outbox(folder)) {
      var row = done(outbox.nextDue()).orElseThrow();
      assertEquals(
          StoreFault.SEAL_BROKEN,
          assertInstanceOf(Unsealed.Closed.class, outbox.open(row)).fault());
      done(outbox.block(row.id(), StoreFault.SEAL_BROKEN));
      assertTrue(done(outbox.nextDue()).isEmpty());
      assertEquals(1, done(outbox.stranded()));
    }
  }

  @Test
  void keepsRowsOfAnotherKeyUntilThatKeyIsBack() throws IOException {
    try (var outbox = outbox(folder)) {
      done(outbox.store(application(next(outbox))));
    }
    Path key = folder.resolve("keys").resolve("kiosk.key");
    Path away = folder.resolve("away.key");
    Files.move(key, away);
    try (var outbox = outbox(folder)) {
      var row = done(outbox.nextDue()).orElseThrow();
      assertEquals(
          StoreFault.KEY_OTHER, assertInstanceOf(Unsealed.Closed.class, outbox.open(row)).fault());
      done(outbox.block(row.id(), StoreFault.KEY_OTHER));
      assertEquals(0, outbox.depth());
    }
    Files.delete(key);
    Files.move(away, key);
    try (var outbox = outbox(folder)) {
      assertInstanceOf(Unsealed.Plain.class, outbox.open(done(outbox.nextDue()).orElseThrow()));
    }
  }

  @Test
  void makesTheFileForItsOwnerOnly() throws IOException {
    try (var outbox =
        outbox(folder.resolve("data"), Applications.sealer(folder), InstantSource.system())) {
      done(outbox.store(application(next(outbox))));
      for (String name : List.of("kiosk.db", "kiosk.db-wal")) {
        var permissions = Files.getPosixFilePermissions(folder.resolve("data").resolve(name));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions), name);
      }
    }
  }

  @Test
  void failsInsteadOfThrowingOnceClosed() {
    var outbox = outbox(folder);
    outbox.close();
    assertInstanceOf(StoreResult.Failed.class, outbox.nextLocalNumber(Applications.TERMINAL));
  }

  @Test
  void masksWhatIsPersonal() {
    try (var outbox = outbox(folder)) {
      String shown = application(next(outbox)) + Applications.rating(next(outbox), 1).toString();
      assertFalse(shown.contains(Applications.NAME) || shown.contains(Applications.NUMBER), shown);
    }
  }

  private void tamper(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kiosk.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String due(ApplicationOutbox outbox) {
    return done(outbox.nextDue()).orElseThrow().id();
  }

  /// Every byte of every file of the database, one character each.
  private String raw() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith("kiosk.db")).toList()) {
        all.append(latin(Files.readAllBytes(file)));
      }
    }
    return all.toString();
  }

  private void assertHidden() throws IOException {
    String raw = raw();
    assertTrue(raw.contains("outbox"), "the search must look at the right files");
    for (String personal :
        List.of(
            Applications.NAME,
            Applications.NUMBER,
            Applications.MOBILE,
            "测试村",
            "thirty kilobytes",
            "lost")) {
      assertFalse(
          raw.contains(latin(personal.getBytes(StandardCharsets.UTF_8))), "plain: " + personal);
      assertFalse(
          raw.contains(latin(personal.getBytes(StandardCharsets.UTF_16LE))), "UTF-16: " + personal);
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static final class MovedClock implements InstantSource {
    private Instant now = Applications.NOW;

    @Override
    public Instant instant() {
      return now;
    }
  }
}
