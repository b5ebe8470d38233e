package org.jiujin.kiosk.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiujin.device.Device.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what happened today, from midnight to midnight in China, and keeps the counts across restarts.
///
/// Thread-safe. A count is on disk when [#count] returns, unless the disk refuses; then it is kept in memory and the log
/// says so. Counts are worth less than a filing, which never waits for them.
public final class Counters {
  private static final Logger LOG = LoggerFactory.getLogger(Counters.class);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Pattern LINE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)((?: \\d{1,9}){4})\\n");
  private static final int MAX_BYTES = 100;

  private final Path file;
  private final InstantSource time;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private LocalDate day;
  private Counts counts = Counts.NONE;

  /// Goes on with what the file says of today; a file that is missing or damaged counts as empty.
  ///
  /// @param folder the app's data folder; must exist
  public Counters(Path folder, InstantSource time) {
    this.file = folder.resolve("counts-today");
    this.time = time;
    this.day = today();
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
    LocalDate now = today();
    if (!now.equals(day)) {
      day = now;
      counts = Counts.NONE;
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(time.instant(), CHINA);
  }

  private void restore() {
    try {
      if (!Files.exists(file)) {
        return;
      }
      String text = Files.size(file) > MAX_BYTES ? "" : Files.readString(file);
      Matcher line = LINE.matcher(text);
      if (!line.matches()) {
        LOG.warn("The counts of today cannot be read and begin at zero");
      } else if (line.group(1).equals(day.toString())) {
        counts = parse(line.group(2).strip().split(" "));
      }
    } catch (IOException e) {
      LOG.warn("The counts of today cannot be read and begin at zero: {}", e.toString());
    }
  }

  private static Counts parse(String[] numbers) {
    return new Counts(
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]),
        Integer.parseInt(numbers[3]));
  }

  /// Writes beside the file and renames, so that a crash leaves the old counts or the new ones.
  private void store() {
    String line =
        "%s %d %d %d %d\n"
            .formatted(day, counts.sessions(), counts.done(), counts.stored(), counts.failed());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (var channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The counts of today are kept in memory only: {}", e.toString());
    }
  }
}
