package org.jiujin.demo.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Remembers in a file which processes a run started, so that the next run can end them when this one was killed
/// before it could.
final class Leftovers {
  private final Path file;

  Leftovers(Path file) {
    this.file = file;
  }

  /// Notes a process that has just been started.
  void note(ProcessHandle process) throws IOException {
    Files.writeString(
        file, line(process) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /// Forgets all, once they have been stopped in order.
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /// Ends what an earlier run left, and what that had started.
  ///
  /// @return the pids of the processes that still ran
  List<Long> end() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var left =
        Files.readAllLines(file).stream().flatMap(line -> stillRunning(line).stream()).toList();
    Child.killLeft(
        left.stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList());
    clear();
    return left.stream().map(ProcessHandle::pid).toList();
  }

  private static String line(ProcessHandle process) {
    return process.pid() + " " + startedAt(process).map(Instant::toString).orElse("unknown");
  }

  /// The process of a noted line; a pid alone is not enough, as the system uses pids again.
  private static Optional<ProcessHandle> stillRunning(String line) {
    long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
    return ProcessHandle.of(pid).filter(process -> line(process).equals(line));
  }

  private static Optional<Instant> startedAt(ProcessHandle process) {
    return process.info().startInstant();
  }
}
