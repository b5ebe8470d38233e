package org.jiujin.demo.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What happened when, in milliseconds since the story began.
final class Timeline {
  /// One line.
  ///
  /// @param step number and name of the step it belongs to
  record Entry(long ms, String step, String what) {}

  private final LongSupplier nanoTime;
  private final long start;
  private final List<Entry> entries = new ArrayList<>();
  private String step = "";

  /// Starts the clock.
  Timeline(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  void begin(String name) {
    step = name;
  }

  void add(String what) {
    entries.add(new Entry(elapsedMillis(), step, what));
  }

  long elapsedMillis() {
    return (nanoTime.getAsLong() - start) / 1_000_000;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// Writes `timeline.txt` and `timeline.json`.
  void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("timeline.txt"),
        entries.stream().map(Timeline::line).collect(Collectors.joining()));
    Files.writeString(
        folder.resolve("timeline.json"),
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(entries));
  }

  private static String line(Entry entry) {
    return String.format(Locale.ROOT, "%8d ms  %s: %s%n", entry.ms(), entry.step(), entry.what());
  }
}
