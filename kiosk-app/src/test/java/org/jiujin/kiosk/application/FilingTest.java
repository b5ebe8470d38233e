package org.jiujin.kiosk.application;

import static org.jiujin.kiosk.application.Applications.application;
import static org.jiujin.kiosk.application.Applications.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jiujin.kiosk.application.ScriptedPlatform.Mood;
import org.jiujin.kiosk.platform.PlatformProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingTest {
  private static final RetryPolicy QUICK =
      new RetryPolicy(Duration.ofMillis(20), Duration.ofMillis(100));

  @TempDir Path folder;

  private final ScriptedPlatform platform = new ScriptedPlatform();
  private final List<String> late = new CopyOnWriteArrayList<>();
  private ApplicationOutbox outbox;
  private OutboxSender sender;
  private Filing filing;

  @BeforeEach
  void open() {
    outbox = Applications.outbox(folder);
    sender = OutboxSender.start(outbox, platform, QUICK, InstantSource.system(), new Heard());
    filing = new Filing(outbox, platform, sender, Applications.TERMINAL);
  }

  @AfterEach
  void close() {
    sender.close();
    outbox.close();
  }

  @Test
  void acceptsAtOnceWhenThePlatformIsThere() {
    var number = done(filing.nextLocalNumber());
    assertEquals(
        new FilingOutcome.Accepted(ScriptedPlatform.CASE, number),
        filing.file(application(number)));
    assertEquals(new RatingOutcome.Recorded(), filing.rate(Applications.rating(number, 5)));
    assertEquals(0, outbox.depth());
    assertEquals(2, platform.count());
    assertEquals(List.of(), late, "the resident was told");
  }

  @Test
  void storesHereAndSendsWhenThePlatformIsBack() {
    platform.mood = Mood.AWAY;
    var number = done(filing.nextLocalNumber());
    assertEquals(new FilingOutcome.StoredHere(number), filing.file(application(number)));
    assertEquals(new RatingOutcome.StoredHere(), filing.rate(Applications.rating(number, 2)));
    assertEquals(2, outbox.depth());
    platform.mood = Mood.ACCEPTS;
    await(() -> outbox.depth() == 0);
    assertTrue(done(outbox.caseNumberOf(number)).isPresent());
    await(() -> !late.isEmpty());
    assertEquals(List.of("accepted " + number + " " + ScriptedPlatform.CASE), late);
    assertTrue(
        platform.calls.getLast().startsWith("rate "), "the rating comes after its application");
    assertEquals(
        2,
        platform.calls.stream().map(call -> call.substring(5)).distinct().count(),
        "one key each");
  }

  @Test
  void tellsTheRefusalAndKeepsNothing() {
    platform.mood = Mood.REFUSES;
    var refused =
        assertInstanceOf(
            FilingOutcome.Refused.class, filing.file(application(done(filing.nextLocalNumber()))));
    assertEquals("contract-broken", refused.problem().code());
    assertEquals(0, outbox.depth());
    assertEquals(0, done(outbox.stranded()));
  }

  @Test
  void keepsWhatIsRefusedAfterTheResidentHadGone() {
    platform.mood = Mood.AWAY;
    filing.file(application(done(filing.nextLocalNumber())));
    platform.mood = Mood.REFUSES;
    await(() -> outbox.depth() == 0);
    assertEquals(1, done(outbox.stranded()));
    await(() -> !late.isEmpty());
    assertTrue(late.getFirst().startsWith("refused "), late::toString);
  }

  @Test
  void saysWhenItIsNotStored() {
    var number = done(filing.nextLocalNumber());
    outbox.close();
    assertEquals(
        new FilingOutcome.NotStored(StoreFault.STORE_FAILED), filing.file(application(number)));
    assertEquals(0, platform.count(), "what is not on disk is not sent");
  }

  private final class Heard implements LateAnswer {
    @Override
    public void accepted(LocalNumber number, String caseNumber) {
      late.add("accepted " + number + " " + caseNumber);
    }

    @Override
    public void refused(LocalNumber number, PlatformProblem problem) {
      late.add("refused " + number + " " + problem.code());
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it did not come about");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
