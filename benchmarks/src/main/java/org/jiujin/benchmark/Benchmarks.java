package org.jiujin.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The program behind `./kiosk bench`.
public final class Benchmarks {
  private static final int GOOD = 0;
  private static final int MISUSED = 2;
  private static final String USAGE =
      """
      ./kiosk bench scan [--seed N] [--burst-seed N] [--class NAME]… [--quick] [--out FILE] [--photos FOLDER]
        --seed N        seed of the still pictures, instead of the held-out one
        --burst-seed N  seed of the bursts
        --class NAME    only this class of stills; bursts are left out
        --quick         a quarter of everything, to see that it works
        --out FILE      write the tables to a file too
        --photos FOLDER read real photographs instead: pictures with a .txt of the same name beside them\
      """;

  private Benchmarks() {}

  /// Exit code 0: measured; 2: the command line is wrong.
  ///
  /// @param words the benchmark's name and its options
  public static void main(String[] words) throws IOException {
    Locale.setDefault(Locale.ROOT); // figures with a point
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(words), out));
  }

  static int run(List<String> words, PrintStream out) throws IOException {
    if (words.isEmpty() || !words.getFirst().equals("scan")) {
      out.println(USAGE);
      return MISUSED;
    }
    ScanOptions options;
    try {
      options = ScanOptions.parse(words.subList(1, words.size()));
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      out.println(USAGE);
      return MISUSED;
    }
    var report = new Report(out);
    new ScanBenchmark(options, report).run();
    if (options.out().isPresent()) {
      Files.writeString(options.out().get(), report.text());
    }
    return GOOD;
  }
}
