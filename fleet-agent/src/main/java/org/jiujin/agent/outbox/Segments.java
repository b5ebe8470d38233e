package org.jiujin.agent.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jiujin.fleet.record.TerminalRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of the outbox. Each has a number for a name that is larger than those before it and not larger than the first
/// sequence number after it, so that the last name keeps the count when every record is gone.
///
/// Records are appended to the last file until it is full; a file goes when nothing in it waits any more.
final class Segments {
  /// A file is full with so many records.
  static final int MOST_RECORDS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(Segments.class);
  private static final String SUFFIX = ".records";
  private static final String FRESH = ".new";
  private static final int MOST_BYTES = 1024 * 1024; // far more than a full file has
  private static final long NONE = -1;

  private final Disk disk;
  private final TreeMap<Long, Integer> written = new TreeMap<>(); // records by file, dead or alive
  private long open = NONE;
  private long highest = NONE;

  Segments(Disk disk) {
    this.disk = disk;
  }

  /// What was found at the start.
  ///
  /// @param files the file of each record that is on the medium
  /// @param damaged files that cannot be read, and stretches of files that are no records
  /// @param mark every sequence number given so far is smaller
  record Found(Map<Long, Long> files, List<TerminalRecord> records, int damaged, long mark) {
    static final Found NOTHING = new Found(Map.of(), List.of(), 0, 0);
  }

  /// Reads everything, and sees to it that it is on the medium: an agent that was killed may have written what it could not
  /// flush any more. Called once, first.
  ///
  /// @throws IOException if the folder cannot be read; a file that cannot is counted and left alone
  Found load() throws IOException {
    Map<Long, Long> files = new TreeMap<>();
    Map<Long, TerminalRecord> records = new TreeMap<>();
    int damaged = 0;
    List<String> names = disk.names();
    boolean named = namesAreForced();
    for (String name : names) {
      OptionalLong number = number(name);
      if (number.isPresent()) {
        highest = Math.max(highest, number.getAsLong());
        damaged += load(number.getAsLong(), name, named, files, records);
      }
    }
    if (!written.isEmpty() && written.lastKey() == highest) {
      open = highest;
    }
    long last = records.keySet().stream().mapToLong(Long::longValue).max().orElse(-1);
    return new Found(files, List.copyOf(records.values()), damaged, Math.max(highest, last + 1));
  }

  private boolean namesAreForced() {
    try {
      disk.force();
      return true;
    } catch (IOException e) {
      LOG.warn("the folder of the outbox cannot be flushed", e);
      return false;
    }
  }

  private int load(
      long number,
      String name,
      boolean named,
      Map<Long, Long> files,
      Map<Long, TerminalRecord> records) {
    try {
      byte[] bytes = disk.read(name, MOST_BYTES);
      Frames.Content content = Frames.read(bytes);
      content.records().forEach(one -> records.putIfAbsent(one.seq(), one));
      if (mended(name, content.goodLength())) {
        written.put(number, content.records().size());
        if (named) {
          content.records().forEach(one -> files.putIfAbsent(one.seq(), number));
        }
      }
      return content.damaged();
    } catch (IOException e) {
      LOG.warn("{} of the outbox cannot be read", name, e);
      return 1;
    }
  }

  private boolean mended(String name, long length) {
    try {
      disk.cut(name, length); // flushes also when there is nothing to cut
      return true;
    } catch (IOException e) {
      LOG.warn("{} of the outbox cannot be mended and flushed", name, e);
      return false;
    }
  }

  /// Writes records.
  ///
  /// @return the file that they are in
  /// @throws IOException if any of them may not be on the medium; the next ones go into another file
  long append(List<TerminalRecord> records) throws IOException {
    boolean fresh = open == NONE || written.getOrDefault(open, 0) >= MOST_RECORDS;
    long file = fresh ? newNumber(records.getFirst().seq()) : open;
    open = NONE; // until it has gone well
    written.merge(file, records.size(), Integer::sum);
    disk.append(name(file), frames(records));
    if (fresh) {
      disk.force();
    }
    open = file;
    return file;
  }

  /// Removes the files in which nothing waits, and writes those anew in which most is dead.
  ///
  /// @param waiting what waits, by the file it is in
  /// @param next larger than every sequence number given so far
  void tidy(Map<Long, List<TerminalRecord>> waiting, long next) throws IOException {
    if (written.isEmpty()) {
      return;
    }
    removeUnless(waiting.keySet());
    long last = written.lastKey();
    if (!waiting.containsKey(last) && written.getOrDefault(last, 0) > 0) {
      keepCount(next);
      removeUnless(waiting.keySet());
    }
    for (var entry : waiting.entrySet()) {
      if (written.getOrDefault(entry.getKey(), 0) > 2 * entry.getValue().size()) {
        rewrite(entry.getKey(), entry.getValue());
      }
    }
  }

  /// The last file stays for its name.
  private void removeUnless(Set<Long> needed) throws IOException {
    for (long file : List.copyOf(written.headMap(written.lastKey()).keySet())) {
      if (!needed.contains(file)) {
        disk.delete(name(file));
        written.remove(file);
      }
    }
  }

  private void keepCount(long next) throws IOException {
    long file = newNumber(next);
    disk.append(name(file), new byte[0]);
    disk.force();
    written.put(file, 0);
    open = file;
  }

  private void rewrite(long file, Collection<TerminalRecord> records) throws IOException {
    String fresh = name(file) + FRESH;
    disk.delete(fresh); // of a rewriting that was cut short
    disk.append(fresh, frames(records));
    disk.rename(fresh, name(file));
    disk.force();
    written.put(file, records.size());
  }

  private long newNumber(long least) {
    highest = Math.max(least, highest + 1);
    return highest;
  }

  private static byte[] frames(Collection<TerminalRecord> records) {
    var bytes = new ByteArrayOutputStream();
    records.forEach(one -> bytes.writeBytes(Frames.frame(one)));
    return bytes.toByteArray();
  }

  private static String name(long number) {
    return String.format(Locale.ROOT, "%019d%s", number, SUFFIX);
  }

  private static OptionalLong number(String name) {
    return name.matches("\\d{19}\\.records")
        ? OptionalLong.of(Long.parseLong(name.substring(0, 19)))
        : OptionalLong.empty();
  }
}
