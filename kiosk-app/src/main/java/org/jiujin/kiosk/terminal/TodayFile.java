package org.jiujin.kiosk.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Figures of one day in a file, so that they survive a restart: a line with the day, then whatever the caller writes. What
/// cannot be read or written costs the figures, never more, and the log says so.
///
/// @param file its folder must exist
public record TodayFile(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(TodayFile.class);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int MAX_BYTES = 64 * 1024;

  /// The day that this moment belongs to in China.
  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, CHINA);
  }

  /// What was written last for this day; empty if nothing was, if it is of another day, or if it cannot be read.
  public String read(LocalDate day) {
    try {
      if (!Files.exists(file)) {
        return "";
      }
      String text = Files.size(file) > MAX_BYTES ? "" : Files.readString(file);
      int end = text.indexOf('\n');
      if (end < 0) {
        unreadable("it has no day");
      }
      return end > 0 && text.substring(0, end).equals(day.toString())
          ? text.substring(end + 1)
          : "";
    } catch (IOException e) {
      unreadable(e.toString());
      return "";
    }
  }

  /// Says that what was read makes no sense.
  public void unreadable(String why) {
    LOG.warn("{} cannot be read and begins at zero: {}", file.getFileName(), why);
  }

  /// Writes beside the file and renames, so that a crash leaves the old figures or the new ones.
  public void write(LocalDate day, String text) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (var channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        var bytes = ByteBuffer.wrap((day + "\n" + text).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} is kept in memory only: {}", file.getFileName(), e.toString());
    }
  }
}
