package org.jiujin.agent.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jiujin.agent.health.Snapshot;
import org.jiujin.agent.supply.SupplyBook;
import org.jiujin.fleet.local.DeviceReport;
import org.jiujin.fleet.local.SupplyReport;
import org.jiujin.fleet.record.RecordBody;

/// Keeps the book of supplies over restarts. For one thread, except [#onto].
final class SupplyKeeper {
  /// So much use is forgotten at most when the power fails.
  private static final Duration KEEP_EVERY = Duration.ofSeconds(60);

  private final KeptFile file;
  private final SupplyBook book;
  private Map<String, List<SupplyReport>> told = Map.of();
  private List<RecordBody> kept;
  private Instant keptAt;
  private boolean alarm;

  /// @param zone in which days begin
  SupplyKeeper(KeptFile file, ZoneId zone, Instant now) {
    this.file = file;
    this.kept = file.read();
    this.book = new SupplyBook(zone, kept);
    this.keptAt = now;
  }

  /// Looks at the devices.
  ///
  /// @return the alarms to be told now
  List<RecordBody> look(Map<String, DeviceReport> devices, Instant now) {
    List<RecordBody> news = book.look(devices, now);
    alarm |= !news.isEmpty();
    return news;
  }

  /// Writes down what is to be kept: at once after an alarm was told, otherwise now and then.
  ///
  /// @return whether there is something else to be told since the last call
  boolean keep(Instant now) {
    if (alarm || Duration.between(keptAt, now).abs().compareTo(KEEP_EVERY) >= 0) {
      alarm = false;
      keptAt = now;
      List<RecordBody> bodies = book.bodies();
      if (!bodies.equals(kept)) {
        kept = bodies;
        file.write(bodies, now);
      }
    }
    boolean other = !told.equals(book.told());
    told = book.told();
    return other;
  }

  /// The picture with what is made of its supplies; may be called from any thread.
  Snapshot onto(Snapshot picture) {
    return book.onto(picture);
  }
}
