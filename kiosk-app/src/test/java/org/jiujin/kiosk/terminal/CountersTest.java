package org.jiujin.kiosk.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {
  /// One second before midnight in China.
  private static final Instant LATE = Instant.parse("2026-11-23T15:59:59Z");

  @TempDir private Path folder;

  private final AtomicReference<Instant> now = new AtomicReference<>(LATE);

  @Test
  void countsEachKindOfItsOwn() {
    var counters = counters();
    for (var event :
        List.of(
            CountedEvent.SESSION, CountedEvent.SESSION, CountedEvent.DONE, CountedEvent.FAILED)) {
      counters.count(event);
    }

    assertEquals(new Counts(2, 1, 0, 1), counters.counts());
  }

  @Test
  void goesOnAfterARestartOnTheSameDay() {
    counters().count(CountedEvent.STORED);

    assertEquals(new Counts(0, 0, 1, 0), counters().counts());
  }

  @Test
  void beginsAgainAtMidnightInChina() {
    var counters = counters();
    counters.count(CountedEvent.SESSION);

    now.set(LATE.plus(Duration.ofSeconds(1)));

    assertEquals(Counts.NONE, counters.counts());
    counters.count(CountedEvent.DONE);
    assertEquals(new Counts(0, 1, 0, 0), counters.counts());
    assertEquals(new Counts(0, 1, 0, 0), counters().counts());
  }

  @Test
  void forgetsYesterdayAfterARestart() {
    counters().count(CountedEvent.SESSION);

    now.set(LATE.plus(Duration.ofHours(8)));

    assertEquals(Counts.NONE, counters().counts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-23",
        "2026-11-23\n1 2 3",
        "2026-11-23\n1 2 3 -4\n",
        "no counts at all"
      })
  void beginsAtZeroWithADamagedFile(String content) throws IOException {
    Files.writeString(folder.resolve("counts-today"), content);

    assertEquals(Counts.NONE, counters().counts());
  }

  @Test
  void countsOnWhenTheDiskRefuses() throws IOException {
    Files.createDirectory(folder.resolve("counts-today.new")); // cannot be opened for writing
    var counters = counters();

    counters.count(CountedEvent.DONE);

    assertEquals(new Counts(0, 1, 0, 0), counters.counts());
  }

  @Test
  void tellsListenersAfterEachCount() {
    var counters = counters();
    var calls = new AtomicInteger();
    var subscription = counters.subscribe(calls::incrementAndGet);

    counters.count(CountedEvent.SESSION);
    subscription.close();
    counters.count(CountedEvent.SESSION);

    assertEquals(1, calls.get());
  }

  private Counters counters() {
    return new Counters(folder, now::get);
  }
}
