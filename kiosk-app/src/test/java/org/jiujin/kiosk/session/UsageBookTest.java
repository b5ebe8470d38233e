package org.jiujin.kiosk.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jiujin.fleet.usage.MatterUse;
import org.jiujin.fleet.usage.StepUse;
import org.jiujin.fleet.usage.UsageToday;
import org.jiujin.kiosk.journey.Acknowledgement;
import org.jiujin.kiosk.journey.CardTrouble;
import org.jiujin.kiosk.journey.Printing;
import org.jiujin.kiosk.journey.State;
import org.jiujin.kiosk.journey.TestMatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageBookTest {
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir private Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

  @Test
  void notesHowLongSomebodyStayedAndWhereTheyLeft() {
    UsageBook book = book();
    toCard(book, 40);
    after(book, 25, new State.Farewell());
    assertEquals(UsageToday.NONE, book.today(), "nothing is told while somebody is here");
    after(book, 5, new State.Attract());
    assertEquals(
        new UsageToday(
            List.of(new StepUse("told", 1, 45, 45, 0), new StepUse("identity", 1, 30, 30, 1)),
            List.of(new MatterUse("test-matter", 1, 0, 0, 0))),
        book.today());
  }

  @Test
  void whoHasFiledDidNotLeaveAndEachApplicationCountsOnce() {
    UsageBook book = book();
    for (Acknowledgement end :
        List.of(
            new Acknowledgement.Accepted("c", "l", NOON),
            new Acknowledgement.StoredHere("l", NOON))) {
      toCard(book, 3);
      after(book, 4, filed(end, new Printing.Running()));
      after(book, 4, filed(end, new Printing.Done()));
      after(book, 9, new State.Rating(end, 0, false));
      after(book, 9, new State.Farewell());
      after(book, 5, new State.Attract());
    }
    assertEquals(List.of(new MatterUse("test-matter", 2, 1, 1, 0)), book.today().matters());
    assertEquals(new StepUse("submit", 2, 20, 20, 0), book.today().steps().getLast());
  }

  @Test
  void tellsTheMedianAndTheSlowestTenth() {
    UsageBook book = book();
    for (int seconds : List.of(1, 2, 3, 4, 5, 6, 7, 8, 100, 500)) {
      toCard(book, 1);
      after(book, seconds, new State.Attract());
    }
    assertEquals(new StepUse("identity", 10, 5, 120, 10), book.today().steps().getLast());
  }

  @Test
  void goesOnAfterARestartAndBeginsAnewAtMidnightInChina() {
    UsageBook first = book();
    toCard(first, 3);
    after(first, 7, new State.Attract());
    UsageBook next = book();
    assertEquals(first.today(), next.today());
    toCard(next, 3);
    after(next, 7, new State.Attract());
    assertEquals(2, next.today().matters().getFirst().begun());
    now.set(NOON.plusSeconds(12 * 3600));
    assertEquals(UsageToday.NONE, next.today());
    toCard(next, 3);
    after(next, 7, new State.Attract());
    assertEquals(1, next.today().matters().getFirst().begun());
  }

  @Test
  void aClockThatIsSetBackMakesNoNegativeStay() {
    UsageBook book = book();
    toCard(book, 3);
    after(book, -7200, new State.Attract());
    assertEquals(new StepUse("identity", 1, 1, 1, 1), book.today().steps().getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no figures",
        "2026-11-23\nstep identity 1 2 3\n",
        "2026-11-23\nstep sleeping 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n",
        "2026-11-23\nmatter a 1 2\n",
        "2026-11-23\nmatter a 1 2 -3 4\n"
      })
  void beginsAtZeroWithADamagedFile(String content) throws IOException {
    Files.writeString(folder.resolve("usage-today"), content);
    assertEquals(UsageToday.NONE, book().today());
  }

  @Test
  void aFileCutAnywhereIsTakenForNoMoreThanItSays() throws IOException {
    UsageBook book = book();
    toCard(book, 3);
    after(book, 7, new State.Attract());
    Path file = folder.resolve("usage-today");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      UsageToday read = book().today();
      assertFalse(read.matters().size() > 1 || read.steps().size() > 2, () -> "cut: " + read);
    }
  }

  @Test
  void neverTellsMoreOfAStepThanTheWalksWere() {
    var random = new Random(20_261_123);
    UsageBook book = book();
    int begun = 0;
    for (int i = 0; i < 200; i++) {
      toCard(book, 1 + random.nextInt(20));
      begun++;
      if (random.nextBoolean()) {
        after(
            book,
            random.nextInt(90),
            new State.ConfirmingIdentity(TestMatter.MATTER, TestMatter.PERSON));
      }
      after(book, random.nextInt(90), new State.Farewell());
      after(book, 5, new State.Attract());
    }
    StepUse identity = book.today().steps().getLast();
    assertEquals(begun, identity.visits());
    assertEquals(begun, identity.left());
    assertEquals(begun, book.today().matters().getFirst().begun());
  }

  private void toCard(UsageBook book, int toldSeconds) {
    after(book, 60, new State.Home());
    after(book, 10, new State.Told(TestMatter.MATTER));
    after(book, toldSeconds, new State.AwaitingCard(TestMatter.MATTER, CardTrouble.NONE, 1));
  }

  private void after(UsageBook book, int seconds, State state) {
    now.updateAndGet(at -> at.plusSeconds(seconds));
    book.look(state);
  }

  private static State filed(Acknowledgement acknowledgement, Printing printing) {
    var kept =
        new State.Filed.Kept(
            TestMatter.MATTER,
            TestMatter.MATTER.situations().getFirst(),
            "测**",
            List.of(),
            acknowledgement);
    return new State.Filed(kept, printing);
  }

  private UsageBook book() {
    return new UsageBook(folder, now::get);
  }
}
