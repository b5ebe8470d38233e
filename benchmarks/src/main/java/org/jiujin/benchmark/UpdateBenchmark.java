package org.jiujin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jiujin.update.repository.RepositoryException;
import org.jiujin.update.trust.release.Manifest;

/// `bench update`: what a patch release costs a terminal and the web server, beside the same release without patches.
final class UpdateBenchmark {
  private static final double MEGA = 1_000_000;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final UpdateOptions options;
  private final Report report;
  private final Path home;
  private final Path folder;

  UpdateBenchmark(UpdateOptions options, Report report, Path home) throws IOException {
    this.options = options;
    this.report = report;
    this.home = home;
    this.folder = Files.createTempDirectory("update-bench");
  }

  void run()
      throws IOException, InterruptedException, RepositoryException, GeneralSecurityException {
    try {
      measure();
    } finally {
      remove(); // gigabytes
    }
  }

  private void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void measure()
      throws IOException, InterruptedException, RepositoryException, GeneralSecurityException {
    report.line(
        "update: Java %s, %d processors, load %.2f"
            .formatted(
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ProcessorTime.load()));
    var terminal = new UpdatingTerminal(home, folder.resolve("t"));
    Path greetedFirst = folder.resolve("first");
    Path greetedNext = folder.resolve("next");
    Path packaged = options.from().orElse(home.resolve("kiosk-app/target/app"));
    Path first = PatchRelease.copy(packaged, folder.resolve("a"), terminal.starter(greetedFirst));
    Path next =
        PatchRelease.copy(
            options.to().orElse(packaged), folder.resolve("b"), terminal.starter(greetedNext));
    report.line(
        options.to().isPresent()
            ? "two given images"
            : "a made-up patch release: " + PatchRelease.change(next));
    Path shipped =
        PatchRelease.copy(
            Files.createDirectory(folder.resolve("nothing")),
            folder.resolve("shipped"),
            terminal.starter(folder.resolve("shipped-greeted")));
    try (UpdateDepot depot = UpdateDepot.open(folder.resolve("depot"));
        MeteredRelay relay = MeteredRelay.to(depot.port())) {
      terminal.prepare(depot, relay.port(), shipped);
      Manifest whole = released(depot, "1.0", first);
      UpdatingTerminal.Times fromNothing = terminal.update(depot.direction(whole), greetedFirst);
      MeteredRelay.Traffic all = relay.taken();
      Manifest patched = released(depot, "1.1", next);
      UpdatingTerminal.Times fromFirst = terminal.update(depot.direction(patched), greetedNext);
      MeteredRelay.Traffic little = relay.taken();
      terminal(whole, all, fromNothing, "the first release, from nothing");
      terminal(patched, little, fromFirst, "the patch release, from the first");
      report.line(
          "patch release to first release: %.4f of the bytes, %.2f of the time until it lies there"
              .formatted(
                  (double) little.down() / all.down(),
                  seconds(fromFirst.fetched()) / seconds(fromNothing.fetched())));
      fleet(depot, little);
    }
  }

  private Manifest released(UpdateDepot depot, String version, Path image)
      throws IOException, RepositoryException {
    long start = System.nanoTime();
    Manifest manifest = depot.release(version, image);
    report.line(
        "release %s: %d files, %.1f MB, added, signed and published in %.1f s"
            .formatted(
                version,
                manifest.files().size(),
                manifest.content() / MEGA,
                seconds(Duration.ofNanos(System.nanoTime() - start))));
    return manifest;
  }

  private void terminal(
      Manifest manifest, MeteredRelay.Traffic traffic, UpdatingTerminal.Times times, String what) {
    report.line("");
    report.line("one terminal, " + what);
    report.line("  %-36s %12d".formatted("requests", traffic.paths().size()));
    report.line("  %-36s %12.3f".formatted("MB down, headers included", traffic.down() / MEGA));
    report.line("  %-36s %12.3f".formatted("MB up", traffic.up() / MEGA));
    report.line(
        "  %-36s %12.4f"
            .formatted(
                "bytes down of the release's", (double) traffic.down() / manifest.content()));
    report.line(
        "  %-36s %12.2f"
            .formatted("s from the agent's start to its slot", seconds(times.fetched())));
    report.line(
        "  %-36s %12.2f"
            .formatted("s from the agent's start to its app", seconds(times.running())));
  }

  private void fleet(UpdateDepot depot, MeteredRelay.Traffic asked) throws InterruptedException {
    var fleet = new PullingFleet(depot.port(), asked.paths());
    double before = ProcessorTime.ofProcess();
    PullingFleet.Pull pull = fleet.pull(options.terminals(), options.together());
    double processor = ProcessorTime.ofProcess() - before;
    double perSecond = options.terminals() / seconds(pull.time());
    report.line("");
    report.line(
        "%d terminals pull the patch release, %d at a time, server and terminals on this machine"
            .formatted(options.terminals(), options.together()));
    report.line("  %-36s %12d".formatted("terminals that did not get it", pull.failures()));
    report.line("  %-36s %12.1f".formatted("s in all", seconds(pull.time())));
    report.line("  %-36s %12.1f".formatted("terminals a second", perSecond));
    report.line("  %-36s %12.1f".formatted("requests a second", perSecond * asked.paths().size()));
    report.line(
        "  %-36s %12.1f".formatted("MB a second", pull.bytes() / MEGA / seconds(pull.time())));
    report.line(
        "  %-36s %12.2f"
            .formatted(
                "processor ms for each, both sides", processor * 1000 / options.terminals()));
    report.line(
        "spread over %d minutes: %.1f terminals, %.1f requests and %.2f MB a second"
            .formatted(
                WINDOW.toMinutes(),
                options.terminals() / seconds(WINDOW),
                options.terminals() * asked.paths().size() / seconds(WINDOW),
                pull.bytes() / MEGA / seconds(WINDOW)));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
