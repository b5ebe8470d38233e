package org.jiujin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Linux says of one process, its children apart.
///
/// @param residentMegabytes RSS: every page that is in memory, shared ones too
/// @param proportionalMegabytes PSS: a page that n processes share counts as one n-th
/// @param privateMegabytes pages that nobody else has
/// @param processorMilliseconds of all threads since the start, ended ones too
/// @param wakeUps how often a thread that lives now went on after waiting
record ProcessFigures(
    double residentMegabytes,
    double proportionalMegabytes,
    double privateMegabytes,
    int threads,
    double processorMilliseconds,
    long wakeUps) {
  private static final double KILOBYTES = 1024;

  /// The kernel's unit for programs, on every Linux (USER_HZ).
  private static final double TICK_MILLISECONDS = 10;

  static ProcessFigures of(long pid) {
    Path folder = Path.of("/proc", Long.toString(pid));
    try {
      Map<String, Long> memory = numbers(folder.resolve("smaps_rollup"));
      return new ProcessFigures(
          memory.getOrDefault("Rss", 0L) / KILOBYTES,
          memory.getOrDefault("Pss", 0L) / KILOBYTES,
          (memory.getOrDefault("Private_Clean", 0L) + memory.getOrDefault("Private_Dirty", 0L))
              / KILOBYTES,
          Math.toIntExact(numbers(folder.resolve("status")).getOrDefault("Threads", 0L)),
          ticks(Files.readString(folder.resolve("stat"))) * TICK_MILLISECONDS,
          wakeUps(folder.resolve("task")));
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " cannot be measured", e);
    }
  }

  /// The lines of the form `Name:   123 kB`.
  static Map<String, Long> numbers(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.matches("\\w+:\\s+\\d+( kB)?"))
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf(':')),
                  line -> Long.parseLong(line.replaceAll("^\\w+:|\\D", ""))));
    }
  }

  /// User and system time; the name in parentheses may hold blanks.
  static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static long wakeUps(Path tasks) throws IOException {
    long sum = 0;
    try (Stream<Path> threads = Files.list(tasks)) {
      for (Path thread : threads.toList()) {
        try {
          sum += numbers(thread.resolve("status")).getOrDefault("voluntary_ctxt_switches", 0L);
        } catch (NoSuchFileException _) {
          // it has just ended
        }
      }
    }
    return sum;
  }
}
