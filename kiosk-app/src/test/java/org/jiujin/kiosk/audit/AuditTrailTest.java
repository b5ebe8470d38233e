package org.jiujin.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.testkit.AnnouncesLoggedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(300)
class AuditTrailTest {
  private static final InstantSource TIME = InstantSource.fixed(Journals.AT);

  /// Longer than any disk takes: what is tried here is order, not speed.
  private static final AuditTrail.Patience LONG =
      new AuditTrail.Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));

  @TempDir Path folder;

  @Test
  void writesInOrderAndTellsItsHead() throws IOException {
    try (var trail = trail(new AtomicBoolean())) {
      AuditPen pen = trail.session(Actor.RESIDENT);
      pen.note(new AuditEvent.SessionBegan());
      assertTrue(pen.keep(new AuditEvent.ApplicationSigned(Journals.MATTER, Journals.NUMBER)));
      assertEquals(
          List.of("chain-began", "app-started", "session-began", "application-signed"),
          kinds(),
          "on disk when it was told so");
      pen.note(new AuditEvent.SessionEnded("done"));
      trail.operator().note(new AuditEvent.SettingsApplied(7, 0));
      await(() -> count(trail) == 6);
      assertEquals(5, trail.standing().sessionEnd());
      assertEquals(0, trail.standing().unwritten());
    }
    assertEquals("app-ended", kinds().getLast());
    assertInstanceOf(Verdict.Sound.class, ChainVerifier.verify(Journals.current(home())));
  }

  @Test
  void tellsSessionsApartByRandomIds() throws IOException {
    try (var trail = trail(new AtomicBoolean())) {
      trail.session(Actor.RESIDENT).keep(new AuditEvent.SessionBegan());
      trail.session(Actor.AGENT).keep(new AuditEvent.SessionBegan());
    }
    List<String> sessions =
        Journals.text(home())
            .lines()
            .skip(2)
            .limit(2)
            .map(line -> JsonMapper.shared().readTree(line).get("session").asString())
            .toList();
    assertEquals(2, sessions.stream().distinct().count());
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void servesWhileTheDiskIsFullSaysSoAndWritesAllInOrderAfterwards() throws IOException {
    var full = new AtomicBoolean();
    try (var trail = trail(full)) {
      AuditPen pen = trail.session(Actor.RESIDENT);
      assertTrue(pen.keep(new AuditEvent.SessionBegan()));
      full.set(true);
      assertFalse(pen.keep(new AuditEvent.ApplicationSigned(Journals.MATTER, Journals.NUMBER)));
      assertFalse(pen.keep(new AuditEvent.ApplicationStored(Journals.MATTER, Journals.NUMBER)));
      await(() -> trail.standing().unwritten() == 2);
      assertEquals(3, count(trail), "the head of what is on disk");
      full.set(false);
      assertTrue(pen.keep(new AuditEvent.SessionEnded("done")));
      assertEquals(0, trail.standing().unwritten());
    }
    assertEquals(
        List.of("application-signed", "application-stored", "session-ended", "app-ended"),
        kinds().subList(3, 7));
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void countsWhatItCouldNotHoldWhileTheDiskWasFull() throws IOException {
    var full = new AtomicBoolean(true);
    try (var trail = trail(full)) {
      AuditPen pen = trail.session(Actor.RESIDENT);
      for (int i = 0; i < AuditTrail.MOST_WAITING + 9; i++) {
        pen.note(new AuditEvent.SessionBegan());
      }
      await(() -> trail.standing().unwritten() > 0);
      assertTrue(trail.standing().head().isEmpty(), "no journal could be made");
      full.set(false);
      pen.note(new AuditEvent.SessionEnded("left")); // lost too, but the disk is tried again
      await(() -> trail.standing().unwritten() == 0 && count(trail) > AuditTrail.MOST_WAITING + 1);
    }
    assertEquals(1, kinds().stream().filter("entries-lost"::equals).count());
    assertEquals(
        AuditTrail.MOST_WAITING - 1, kinds().stream().filter("session-began"::equals).count());
    assertInstanceOf(Verdict.Sound.class, ChainVerifier.verify(Journals.current(home())));
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void closesWhileTheDiskRefuses() {
    var full = new AtomicBoolean(true);
    trail(full).close(); // or the test's own limit ends it
  }

  @Test
  @AnnouncesLoggedException(IOException.class)
  void goesOnWithoutAFolder() throws IOException {
    Files.createFile(home());
    try (var trail = trail(new AtomicBoolean())) {
      assertFalse(trail.session(Actor.RESIDENT).keep(new AuditEvent.SessionBegan()));
      assertTrue(trail.standing().unwritten() > 0);
      Files.delete(home());
      assertTrue(trail.session(Actor.RESIDENT).keep(new AuditEvent.SessionBegan()));
    }
    assertEquals("app-started", kinds().get(1), "what waited came first");
  }

  private AuditTrail trail(AtomicBoolean full) {
    var real = new FolderMedium();
    Medium medium =
        (file, length, bytes) -> {
          if (full.get()) {
            throw new IOException("No space left on device");
          }
          real.append(file, length, bytes);
        };
    var trail = new AuditTrail(home(), Journal.Limits.USUAL, medium, LONG, TIME);
    trail.start("0.1.0");
    return trail;
  }

  private Path home() {
    return folder.resolve("audit");
  }

  private List<String> kinds() throws IOException {
    return Journals.text(home())
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).get("kind").asString())
        .toList();
  }

  private static long count(AuditTrail trail) {
    return trail.standing().head().map(ChainHead::count).orElse(0L);
  }

  private static void await(BooleanSupplier held) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!held.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("never came");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
