package org.jiujin.agent.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file of lines that never grows past its limit: then it becomes `FILE.1`, in place of the one before, and begins anew.
///
/// It is opened for each line. Lines are few, and whoever moves or empties the file meanwhile breaks nothing.
final class TroubleFile {
  /// As much as `collect-logs` reads.
  static final long USUAL_LIMIT = 1024 * 1024;

  private final Path file;
  private final Path older;
  private final long limit;

  TroubleFile(Path file, long limitBytes) {
    this.file = file;
    this.older = file.resolveSibling(file.getFileName() + ".1");
    this.limit = limitBytes;
  }

  /// A line that the disk refuses is lost; it also went to standard output.
  void append(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.isRegularFile(file) && Files.size(file) + bytes.length > limit) {
        Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException _) {
      // see above
    }
  }
}
