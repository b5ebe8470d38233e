package org.jiujin.agent.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jiujin.fleet.record.RecordBody;
import org.jiujin.fleet.record.TerminalRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The records that the console does not have yet, in one folder and in memory.
///
/// A record is on the medium before [#add] returns. When the medium refuses, it is kept in memory and written as soon as it can
/// be; [#durable] tells. When there is no more room, records go by their [Worth] and are counted.
///
/// Sequence numbers begin, at each start, with the larger of what the folder remembers and the clock's milliseconds. So they do
/// not repeat when the folder was lost, unless the clock was set back too; and even then not together with the record's time,
/// which the console takes as the other half of the key.
///
/// For one thread, except that [#waiting], [#dropped] and [#durable] may be asked by any.
final class RecordOutbox {
  private static final Logger LOG = LoggerFactory.getLogger(RecordOutbox.class);
  private static final long IN_MEMORY = -1;

  private final Segments segments;
  private final int room;
  private final TreeMap<Long, TerminalRecord> records = new TreeMap<>();
  private final Map<Long, Long> files = new TreeMap<>(); // by sequence number
  private long next;
  private volatile List<TerminalRecord> waiting = List.of();
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean durable = true;

  private RecordOutbox(Segments segments, int room) {
    this.segments = segments;
    this.room = room;
  }

  /// Reads what the folder holds. A folder that cannot be read is left as it is, and records are kept in memory.
  ///
  /// @param room the most records that are kept
  static RecordOutbox open(Disk disk, int room, Instant now) {
    var outbox = new RecordOutbox(new Segments(disk), room);
    Segments.Found found = outbox.load();
    found.records().forEach(one -> outbox.records.put(one.seq(), one));
    outbox.files.putAll(found.files());
    outbox.durable &= outbox.files.size() == outbox.records.size();
    outbox.dropped.set(found.damaged());
    outbox.next = Math.max(1, Math.max(found.mark(), now.toEpochMilli()));
    outbox.changed();
    return outbox;
  }

  private Segments.Found load() {
    try {
      return segments.load();
    } catch (IOException e) {
      refused("read", e);
      return Segments.Found.NOTHING;
    }
  }

  /// Keeps a record.
  ///
  /// @param at when it happened; out of the bounds of a record, it is taken as the nearest that is within
  /// @return whether it is on the medium; if not, it is kept all the same
  boolean add(Instant at, RecordBody body) {
    var added = new TerminalRecord(next, within(at), body);
    next++;
    records.put(added.seq(), added);
    files.put(added.seq(), IN_MEMORY);
    save();
    makeRoom();
    changed();
    return fileOf(added) != IN_MEMORY;
  }

  /// Writes what is in memory only. To be called now and then.
  void save() {
    List<TerminalRecord> unsaved =
        records.values().stream().filter(one -> fileOf(one) == IN_MEMORY).toList();
    try {
      for (int from = 0; from < unsaved.size(); from += Segments.MOST_RECORDS) {
        List<TerminalRecord> some =
            unsaved.subList(from, Math.min(unsaved.size(), from + Segments.MOST_RECORDS));
        long file = segments.append(some);
        some.forEach(one -> files.put(one.seq(), file));
      }
      if (!durable) {
        LOG.info("the outbox is on disk again");
        durable = true;
      }
    } catch (IOException e) {
      refused("written", e);
    }
  }

  /// The console has every record up to and with this one.
  void acknowledged(long upTo) {
    if (records.isEmpty() || records.firstKey() > upTo) {
      return;
    }
    records.headMap(upTo, true).clear();
    files.keySet().retainAll(records.keySet());
    tidy();
    changed();
  }

  /// What the console does not have yet, in order. Any thread.
  List<TerminalRecord> waiting() {
    return waiting;
  }

  /// How many records were lost since the start of the agent, for lack of room or because they were damaged. Any thread.
  long dropped() {
    return dropped.get();
  }

  /// Whether everything that waits is on the medium. Any thread.
  boolean durable() {
    return durable;
  }

  private void makeRoom() {
    if (records.size() <= room) {
      return;
    }
    int excess = records.size() - room + room / 16; // some at once: every drop writes files anew
    for (Worth worth : Worth.values()) {
      for (TerminalRecord one : new ArrayList<>(records.values())) {
        if (excess > 0 && Worth.of(one.body()) == worth) {
          records.remove(one.seq());
          files.remove(one.seq());
          dropped.incrementAndGet();
          excess--;
        }
      }
    }
    LOG.warn("the outbox is full; {} records were dropped so far", dropped.get());
    tidy();
  }

  private void tidy() {
    Map<Long, List<TerminalRecord>> byFile = new TreeMap<>();
    records
        .values()
        .forEach(one -> byFile.computeIfAbsent(fileOf(one), _ -> new ArrayList<>()).add(one));
    byFile.remove(IN_MEMORY);
    try {
      segments.tidy(byFile, next);
    } catch (IOException e) {
      refused("tidied", e);
    }
  }

  private void refused(String what, IOException e) {
    if (durable) {
      LOG.warn("the outbox cannot be {}; records are kept in memory", what, e);
    }
    durable = false;
  }

  private void changed() {
    waiting = List.copyOf(records.values());
  }

  private long fileOf(TerminalRecord one) {
    return files.getOrDefault(one.seq(), IN_MEMORY);
  }

  private static Instant within(Instant at) {
    if (at.isBefore(Instant.EPOCH)) {
      return Instant.EPOCH;
    }
    return at.isAfter(TerminalRecord.LATEST) ? TerminalRecord.LATEST : at;
  }
}
