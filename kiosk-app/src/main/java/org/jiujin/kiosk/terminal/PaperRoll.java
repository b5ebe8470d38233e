package org.jiujin.kiosk.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jiujin.device.DeviceStatus;
import org.jiujin.device.Fault;
import org.jiujin.device.printer.PaperMeter;
import org.jiujin.fleet.SupplyKind;
import org.jiujin.fleet.local.SupplyReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reckons how much is left on the roll of a receipt printer: the length of a new roll less what was printed since it was put in.
///
/// A roll counts as new when the printer is ready again after it was out of paper or open, unless its sensor still sees the end near.
/// Before the first time nobody knows. What the sensor sees comes first: near the end is [#NEAR_END_PERCENT] at most, and out of paper
/// is none. A roll that is changed while the app is down is not noticed. Thread-safe.
final class PaperRoll {
  /// Sensors see the end between about 3 and 8 m before it.
  static final int NEAR_END_PERCENT = 10;

  private static final Logger LOG = LoggerFactory.getLogger(PaperRoll.class);
  private static final int MAX_BYTES = 20;

  /// Written down when so much more was printed: the strip of one resident, about.
  private static final int KEEP_EVERY_MILLIMETRES = 200;

  private final Path file;
  private final PaperMeter meter;
  private @Nullable Long usedMillimetres; // null: nobody knows
  private @Nullable Long keptMillimetres;
  private long counted;
  private boolean opened;
  private boolean nearEnd;
  private boolean empty;

  /// Goes on with what the file says; without it nobody knows.
  ///
  /// @param file its folder must exist
  PaperRoll(Path file, PaperMeter meter) {
    this.file = file;
    this.meter = meter;
    this.counted = meter.printedMillimetres();
    this.usedMillimetres = restored();
    this.keptMillimetres = usedMillimetres;
  }

  /// The printer's status is this now.
  synchronized void statusIs(DeviceStatus status) {
    Fault.@Nullable Code code = status.trouble().map(Fault::code).orElse(null);
    if (code == Fault.Code.PAPER_END || code == Fault.Code.COVER_OPEN) {
      opened = true;
      empty = code == Fault.Code.PAPER_END;
    } else if (code == null || code == Fault.Code.PAPER_NEAR_END) { // it tells of its paper
      nearEnd = code != null;
      empty = false;
      if (opened && !nearEnd) {
        count();
        usedMillimetres = 0L;
      }
      opened = false;
    }
  }

  /// What is left now. Writes down what was used, if that is due.
  synchronized SupplyReport supply() {
    count();
    keep(KEEP_EVERY_MILLIMETRES);
    Integer percent = empty ? Integer.valueOf(0) : nearEnd ? atMostNearEnd() : reckoned();
    return new SupplyReport(SupplyKind.PAPER, "", percent, !empty, null);
  }

  /// Writes down what was used.
  synchronized void close() {
    count();
    keep(1);
  }

  private Integer atMostNearEnd() {
    Integer reckoned = reckoned();
    return reckoned == null ? NEAR_END_PERCENT : Math.min(NEAR_END_PERCENT, reckoned);
  }

  /// At least 1: the printer says that there is paper.
  private @Nullable Integer reckoned() {
    Long used = usedMillimetres;
    if (used == null) {
      return null;
    }
    long roll = meter.rollMetres() * 1000L;
    return Math.clamp((roll - used) * 100 / roll, 1, 100);
  }

  private void count() {
    long now = meter.printedMillimetres();
    if (usedMillimetres != null) {
      usedMillimetres += Math.max(0, now - counted);
    }
    counted = now;
  }

  private @Nullable Long restored() {
    try {
      if (!Files.exists(file)) {
        return null;
      }
      String text = Files.size(file) > MAX_BYTES ? "" : Files.readString(file).strip();
      if (text.matches("\\d{1,9}")) {
        return Long.valueOf(text);
      }
      LOG.warn("What was used of the paper roll cannot be read");
    } catch (IOException e) {
      LOG.warn("What was used of the paper roll cannot be read: {}", e.toString());
    }
    return null;
  }

  private void keep(int atLeast) {
    Long used = usedMillimetres;
    if (used == null || (keptMillimetres != null && Math.abs(used - keptMillimetres) < atLeast)) {
      return;
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (var channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        channel.write(ByteBuffer.wrap((used + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      keptMillimetres = used;
    } catch (IOException e) {
      LOG.debug("What was used of the paper roll is kept in memory only: {}", e.toString());
    }
  }
}
