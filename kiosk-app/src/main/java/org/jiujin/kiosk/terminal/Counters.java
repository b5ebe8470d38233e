package org.jiujin.kiosk.terminal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jiujin.device.Device.Subscription;

/// Counts what happened today, from midnight to midnight in China, and keeps the counts across restarts.
///
/// Thread-safe. A count is on disk when [#count] returns, unless the disk refuses; then it is kept in memory and the log
/// says so. Counts are worth less than a filing, which never waits for them.
public final class Counters {
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}( \\d{1,9}){3}\\n");

  private final TodayFile file;
  private final InstantSource time;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private LocalDate day;
  private Counts counts = Counts.NONE;

  /// Goes on with what the file says of today; a file that is missing or damaged counts as empty.
  ///
  /// @param folder the app's data folder; must exist
  public Counters(Path folder, InstantSource time) {
    this.file = new TodayFile(folder.resolve("counts-today"));
    this.time = time;
    this.day = TodayFile.day(time.instant());
    restore();
  }

  /// The counts of today.
  public synchronized Counts counts() {
    turnOver();
    return counts;
  }

  /// Counts one event.
  public void count(CountedEvent event) {
    synchronized (this) {
      turnOver();
      counts = counts.plus(event);
      store();
    }
    listeners.forEach(Runnable::run);
  }

  /// Calls the listener after each count, on the thread that counted.
  public Subscription subscribe(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void turnOver() {
    LocalDate now = TodayFile.day(time.instant());
    if (!now.equals(day)) {
      day = now;
      counts = Counts.NONE;
    }
  }

  private void restore() {
    String text = file.read(day);
    if (NUMBERS.matcher(text).matches()) {
      counts = parse(text.strip().split(" "));
    } else if (!text.isEmpty()) {
      file.unreadable("these are not four numbers");
    }
  }

  private static Counts parse(String[] numbers) {
    return new Counts(
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]),
        Integer.parseInt(numbers[3]));
  }

  private void store() {
    file.write(
        day,
        "%d %d %d %d\n"
            .formatted(counts.sessions(), counts.done(), counts.stored(), counts.failed()));
  }
}
