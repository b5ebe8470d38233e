package org.jiujin.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiujin.update.repository.RepositoryException;

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
        --photos FOLDER read real photographs instead: pictures with a .txt of the same name beside them
      ./kiosk bench agent [--rounds N] [--settle SECONDS] [--idle SECONDS] [--quick] [--out FILE]
        --rounds N      how often each candidate runs (3)
        --settle N      seconds from the birth to the look at the idle process (40)
        --idle N        seconds of that look (60)
        --quick         one round and short looks, to see that it works
        --out FILE      write the tables to a file too
      ./kiosk bench update [--terminals N] [--together N] [--from IMAGE [--to IMAGE]] [--quick] [--out FILE]
        --terminals N   so many pull the patch release (20000)
        --together N    so many of them at a time (64)
        --from IMAGE    the earlier release, instead of the packaged app
        --to IMAGE      the later one, instead of the earlier with made-up changes
        --quick         500 terminals, to see that it works
        --out FILE      write the tables to a file too\
      """;

  private Benchmarks() {}

  /// Exit code 0: measured; 2: the command line is wrong.
  ///
  /// @param words the benchmark's name and its options
  public static void main(String[] words) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT); // figures with a point
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(words), out));
  }

  static int run(List<String> words, PrintStream out) throws IOException, InterruptedException {
    var report = new Report(out);
    try {
      Optional<Path> file =
          switch (words.isEmpty() ? "" : words.getFirst()) {
            case "scan" -> scan(ScanOptions.parse(options(words)), report);
            case "agent" -> agent(AgentOptions.parse(options(words)), report);
            case "update" -> update(UpdateOptions.parse(options(words)), report);
            default ->
                throw new IllegalArgumentException("name a benchmark: scan, agent or update");
          };
      if (file.isPresent()) {
        Files.writeString(file.get(), report.text());
      }
      return GOOD;
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      out.println(USAGE);
      return MISUSED;
    }
  }

  private static List<String> options(List<String> words) {
    return words.subList(1, words.size());
  }

  private static Optional<Path> scan(ScanOptions options, Report report) {
    new ScanBenchmark(options, report).run();
    return options.out();
  }

  private static Optional<Path> agent(AgentOptions options, Report report)
      throws IOException, InterruptedException {
    new AgentBenchmark(options, report, home()).run();
    return options.out();
  }

  private static Optional<Path> update(UpdateOptions options, Report report)
      throws IOException, InterruptedException {
    try {
      new UpdateBenchmark(options, report, home()).run();
    } catch (RepositoryException | GeneralSecurityException e) {
      throw new IOException("the repository of the benchmark cannot be made", e);
    }
    return options.out();
  }

  private static Path home() {
    return Path.of(System.getProperty("kiosk.home", "."));
  }
}
