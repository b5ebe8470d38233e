package org.jiujin.kiosk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks a journal and finds the first place that does not fit. Changes nothing. Single use, for one thread.
public final class ChainVerifier {
  private final JournalFolder folder;
  private final Map<Long, ChainHead> heads = new HashMap<>();
  private final List<ChainHead> known;
  private @Nullable ChainLine last;
  private long first;
  private long oldest;
  private int torn;
  private long goodBytes;

  private ChainVerifier(Path folder, List<ChainHead> known) {
    this.folder = new JournalFolder(folder);
    this.known = known;
  }

  /// Reads the journal in a folder.
  ///
  /// @throws IOException if a file cannot be read
  public static Verdict verify(Path folder) throws IOException {
    return verify(folder, List.of());
  }

  /// Reads the journal in a folder and holds it against heads that somebody else kept. Those of other chains, and of entries that are
  /// no longer kept, tell nothing.
  ///
  /// @throws IOException if a file cannot be read
  public static Verdict verify(Path folder, List<ChainHead> known) throws IOException {
    return new ChainVerifier(folder, known).walk();
  }

  static ChainVerifier of(Path folder) {
    return new ChainVerifier(folder, List.of());
  }

  Verdict walk() throws IOException {
    List<Path> files = folder.files();
    for (Path file : files) {
      Optional<Verdict> broken = read(file, file.equals(files.getLast()));
      if (broken.isPresent()) {
        return broken.get();
      }
    }
    long begin = last == null && !files.isEmpty() ? JournalFolder.first(files.getFirst()) : first;
    if (begin > Math.max(1, oldest)) {
      return new Verdict.Broken(
          folder.path(), 0, "entries before " + begin + " are missing", Optional.empty());
    }
    return last == null
        ? new Verdict.Sound(0, Optional.empty(), torn)
        : lost(last).orElseGet(() -> new Verdict.Sound(first, head(), torn));
  }

  /// How much of the last file is good.
  long goodBytes() {
    return goodBytes;
  }

  private Optional<Verdict> read(Path file, boolean isLast) throws IOException {
    if (Files.size(file) > JournalFolder.MAX_FILE_BYTES) {
      return broken(file, 0, "the file is longer than any that was made");
    }
    byte[] bytes = Files.readAllBytes(file);
    goodBytes = 0;
    int begin = 0;
    for (int line = 1; begin < bytes.length; line++) {
      int end = lineFeed(bytes, begin);
      boolean whole = end < bytes.length;
      byte[] text = Arrays.copyOfRange(bytes, begin, end);
      boolean atEnd = isLast && end >= bytes.length - 1;
      if (atEnd && (!whole || holdsZero(text))) {
        torn = bytes.length - begin; // a page that never reached the medium reads as zeros
        return Optional.empty();
      }
      Optional<Verdict> wrong =
          whole ? take(file, line, text) : broken(file, line, "the line has no end");
      if (wrong.isPresent()) {
        return wrong;
      }
      begin = end + 1;
      goodBytes = begin;
    }
    return bytes.length == 0 && !isLast
        ? broken(file, 0, "the file is empty, and others follow")
        : Optional.empty();
  }

  private Optional<Verdict> take(Path file, int number, byte[] text) {
    Optional<ChainLine> read = ChainLine.read(text);
    if (read.isEmpty()) {
      return broken(file, number, "the entry is damaged or was changed");
    }
    ChainLine line = read.get();
    Optional<String> wrong = misfit(line, number == 1 ? JournalFolder.first(file) : line.seq());
    if (wrong.isPresent()) {
      return broken(file, number, wrong.get());
    }
    if (last == null) {
      first = line.seq();
      known.stream()
          .filter(head -> head.chain().equals(line.chain()))
          .forEach(head -> heads.put(head.count(), head));
    }
    ChainHead told = heads.get(line.seq());
    if (told != null && !told.hash().equals(line.hash())) {
      return broken(file, number, "the console was told another entry " + line.seq());
    }
    oldest = Math.max(oldest, line.oldest());
    last = line;
    return Optional.empty();
  }

  private Optional<String> misfit(ChainLine line, long expected) {
    ChainLine before = last;
    if (line.seq() != expected) {
      return Optional.of("the file's name is not that of entry " + line.seq());
    }
    if (before == null) {
      return line.seq() == 1 && !line.prev().equals(ChainLine.NOTHING)
          ? Optional.of("the first entry follows from another")
          : Optional.empty();
    }
    if (!line.chain().equals(before.chain())) {
      return Optional.of("the entry is of another chain");
    }
    if (line.seq() != before.seq() + 1) {
      return Optional.of("entry " + line.seq() + " stands after entry " + before.seq());
    }
    return line.prev().equals(before.hash())
        ? Optional.empty()
        : Optional.of("the entry does not follow from the one before");
  }

  private Optional<Verdict> lost(ChainLine end) {
    return heads.keySet().stream()
        .max(Long::compare)
        .filter(count -> count > end.seq())
        .map(count ->
            new Verdict.Broken(
                folder.path(),
                0,
                "the console was told of " + count + " entries, and " + end.seq() + " are here",
                head()));
  }

  private Optional<Verdict> broken(Path file, int line, String why) {
    return Optional.of(new Verdict.Broken(file, line, why, head()));
  }

  private Optional<ChainHead> head() {
    return Optional.ofNullable(last).map(ChainLine::head);
  }

  private static int lineFeed(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private static boolean holdsZero(byte[] text) {
    for (byte one : text) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
