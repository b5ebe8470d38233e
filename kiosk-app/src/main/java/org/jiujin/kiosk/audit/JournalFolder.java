package org.jiujin.kiosk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of one journal. A file is named after the number of its first entry, so names stand in the order of the chain.
///
/// @param path need not exist
record JournalFolder(Path path) {
  /// The longest file that is read; none is made that long.
  static final long MAX_FILE_BYTES = 32L << 20;

  private static final Pattern NAME = Pattern.compile("audit-[0-9]{18}\\.jsonl");

  /// The files in order.
  List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  Path fileFrom(long first) {
    return path.resolve("audit-%018d.jsonl".formatted(first));
  }

  static long first(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(6, 24));
  }
}
