package org.jiujin.kiosk.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal on disk. An entry is on the medium when [#append] returns; what throws changed nothing and may be tried again.
///
/// ```
/// audit/lock                                  one process at a time
/// audit/current/audit-000000000000000001.jsonl, audit-000000000000000873.jsonl …
/// audit/broken-001/…                          a chain that did not verify, as it was found
/// ```
///
/// For one thread.
final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final byte[] NOTHING = {};

  private final JournalFolder folder;
  private final Limits limits;
  private final Medium medium;
  private final FileChannel lock;
  private String chain = "";
  private @Nullable ChainHead head;
  private Path file;
  private long length;

  /// How much is kept.
  ///
  /// @param fileBytes a file that would become longer is followed by another, and so is one of an earlier month
  /// @param files the oldest file beyond these goes
  /// @param broken the most broken chains that are kept aside; the oldest beyond these goes
  record Limits(long fileBytes, int files, int broken) {
    /// 256 MB: half a year of 440 visits a day.
    static final Limits USUAL = new Limits(4L << 20, 64, 8);
  }

  private Journal(Path home, Limits limits, Medium medium, FileChannel lock) {
    this.folder = new JournalFolder(home.resolve("current"));
    this.limits = limits;
    this.medium = medium;
    this.lock = lock;
    this.file = folder.fileFrom(1);
  }

  /// Reads what is there and makes it good: cuts an entry that is not whole, sets a chain that does not verify aside, begins a
  /// chain where there is none. Takes as long as reading all of it, seconds when it is large.
  ///
  /// @param newChain gives the id of a new chain
  /// @throws IOException if the disk refuses, or another process writes here
  static Journal open(
      Path home, Limits limits, Medium medium, Instant now, Supplier<String> newChain)
      throws IOException {
    Files.createDirectories(
        home.resolve("current"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    FileChannel lock = lock(home.resolve("lock"));
    try {
      var journal = new Journal(home, limits, medium, lock);
      journal.makeGood(home, now, newChain);
      return journal;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// How far the chain goes.
  ChainHead head() {
    ChainHead now = head;
    if (now == null) {
      throw new IllegalStateException("a journal that was opened has an entry");
    }
    return now;
  }

  /// Writes one entry.
  ///
  /// @return the new head
  /// @throws IOException if the disk refuses
  ChainHead append(Entry entry) throws IOException {
    byte[] line = line(entry);
    if (length > 0 && isFull(line.length, entry.at())) {
      beginFile(entry.at());
      line = line(entry);
    }
    return write(file, length, entry, line);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.debug("The lock of the audit journal: {}", e.toString());
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException _) {
      // somebody in this process
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new IOException("Another process writes the audit journal");
  }

  private void makeGood(Path home, Instant now, Supplier<String> newChain) throws IOException {
    var verifier = ChainVerifier.of(folder.path());
    switch (verifier.walk()) {
      case Verdict.Broken(var where, var line, var why, _) -> {
        Path aside = BrokenChains.setAside(home, folder.path(), limits.broken());
        LOG.error(
            "The audit journal is broken in {} line {}: {}; it is kept as {} and a new chain begins",
            where.getFileName(),
            line,
            why,
            aside.getFileName());
        begin(home, now, newChain);
      }
      case Verdict.Sound(_, var found, var torn) -> {
        List<Path> files = folder.files();
        file = files.isEmpty() ? file : files.getLast();
        length = files.isEmpty() ? 0 : verifier.goodBytes();
        if (torn > 0) {
          medium.append(file, length, NOTHING);
          LOG.warn("{} bytes of an audit entry that was not whole are cut", torn);
        }
        if (found.isPresent()) {
          head = found.get();
          chain = found.get().chain();
        } else {
          begin(home, now, newChain);
        }
        if (torn > 0) {
          append(Entry.ofTerminal(now, new AuditEvent.TornEndCut(torn)));
        }
      }
    }
  }

  private void begin(Path home, Instant now, Supplier<String> newChain) throws IOException {
    chain = newChain.get();
    append(Entry.ofTerminal(now, BrokenChains.beginning(home)));
  }

  private boolean isFull(int more, Instant at) {
    return length + more + 1 > limits.fileBytes() || month(at).isAfter(month(head().at()));
  }

  /// The line that begins a file tells which files are gone, so they go after it is written.
  private void beginFile(Instant at) throws IOException {
    List<Path> files = folder.files();
    int tooMany = Math.max(0, files.size() + 1 - limits.files());
    long oldest =
        tooMany < files.size() ? JournalFolder.first(files.get(tooMany)) : head().count() + 1;
    Entry entry = Entry.ofTerminal(at, new AuditEvent.FileBegan(oldest));
    write(folder.fileFrom(head().count() + 1), 0, entry, line(entry));
    for (Path gone : files.subList(0, tooMany)) {
      Files.delete(gone);
    }
    FolderMedium.force(folder.path());
  }

  private byte[] line(Entry entry) {
    ChainHead before = head;
    return before == null
        ? ChainLine.format(chain, 1, ChainLine.NOTHING, entry)
        : ChainLine.format(chain, before.count() + 1, before.hash(), entry);
  }

  private ChainHead write(Path into, long at, Entry entry, byte[] line) throws IOException {
    byte[] bytes = Arrays.copyOf(line, line.length + 1);
    bytes[line.length] = '\n';
    ChainHead after =
        ChainLine.read(line)
            .orElseThrow(
                () -> new IllegalStateException("no line of ours: " + entry.event().kind()))
            .head();
    medium.append(into, at, bytes);
    file = into;
    length = at + bytes.length;
    head = after;
    return after;
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(CHINA));
  }
}
