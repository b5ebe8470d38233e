package org.jiujin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// `bench agent`: memory, threads and processor time of the packaged agent beside a peer that reports the same.
final class AgentBenchmark {
  private static final long ORDER_SEED = 11;
  private static final double GOAL_RSS = 50;
  private static final double GOAL_PSS = 36;
  private static final double GOAL_IDLE = 0.2;

  private final AgentOptions options;
  private final Report report;
  private final Path home;
  private final Path folder;
  private int runs;

  AgentBenchmark(AgentOptions options, Report report, Path home) throws IOException {
    this.options = options;
    this.report = report;
    this.home = home;
    // short, because the path of a socket must be
    this.folder = Files.createTempDirectory("agent-bench");
  }

  void run() throws IOException, InterruptedException {
    try (var broker = WatchedBroker.start(folder)) {
      var programs = new AgentPrograms(home);
      Reporter cached = programs.cached(programs.makeCache(place(broker)));
      Reporter peer = NodePeer.install(home);
      List<Reporter> reporters = List.of(programs.usual(), programs.shipped(), cached, peer);
      report.line(
          "agent: %d rounds, idle for %d s after %d s, order seed %d, Java %s, %d processors, load %.2f"
              .formatted(
                  options.rounds(),
                  options.idle().toSeconds(),
                  options.settle().toSeconds(),
                  ORDER_SEED,
                  Runtime.version(),
                  Runtime.getRuntime().availableProcessors(),
                  ProcessorTime.load()));
      Map<String, List<AgentRun.Result>> results = measure(reporters, broker);
      report.line("load at the end %.2f".formatted(ProcessorTime.load()));
      tell(results);
      ratios(of(results, cached), of(results, peer), peer.name());
      goals(of(results, cached), cached.name());
    }
  }

  private Map<String, List<AgentRun.Result>> measure(List<Reporter> reporters, WatchedBroker broker)
      throws IOException, InterruptedException {
    var run = new AgentRun(options, broker);
    var turns = new Turns(ORDER_SEED);
    var results = new LinkedHashMap<String, List<AgentRun.Result>>();
    reporters.forEach(reporter -> results.put(reporter.name(), new ArrayList<>()));
    for (int round = 0; round < options.rounds(); round++) {
      for (Reporter reporter : turns.shuffled(reporters)) {
        of(results, reporter).add(run.of(reporter, place(broker)));
      }
    }
    return results;
  }

  private AgentRun.Place place(WatchedBroker broker) {
    runs++;
    return new AgentRun.Place(folder.resolve(String.valueOf(runs)), broker.uri(), "T" + runs);
  }

  private void tell(Map<String, List<AgentRun.Result>> results) {
    report.line("");
    report.line("median (smallest to largest)");
    results.forEach((name, all) -> {
      report.line(name);
      row("RSS MB", all, result -> result.figures().residentMegabytes());
      row("PSS MB", all, result -> result.figures().proportionalMegabytes());
      row("private MB", all, result -> result.figures().privateMegabytes());
      row("threads", all, result -> result.figures().threads());
      row("processor ms until born", all, AgentRun.Result::startMilliseconds);
      row("ms from start to born", all, AgentRun.Result::bornMilliseconds);
      row("idle, % of a core", all, AgentRun.Result::idlePercent);
      row("wake-ups a second", all, AgentRun.Result::wakeUps);
    });
  }

  private void row(
      String what, List<AgentRun.Result> all, ToDoubleFunction<AgentRun.Result> figure) {
    double[] values = all.stream().mapToDouble(figure).sorted().toArray();
    report.line(
        "  %-24s %8.2f (%.2f to %.2f)"
            .formatted(what, median(all, figure), values[0], values[values.length - 1]));
  }

  private void ratios(List<AgentRun.Result> ours, List<AgentRun.Result> peer, String name) {
    report.line("");
    report.line(
        "ours to %s, medians: RSS %.2f, PSS %.2f, private %.2f, processor time until born %.2f"
            .formatted(
                name,
                ratio(ours, peer, result -> result.figures().residentMegabytes()),
                ratio(ours, peer, result -> result.figures().proportionalMegabytes()),
                ratio(ours, peer, result -> result.figures().privateMegabytes()),
                ratio(ours, peer, AgentRun.Result::startMilliseconds)));
  }

  private void goals(List<AgentRun.Result> ours, String name) {
    report.line("");
    report.line("goals, medians of: " + name);
    goal("RSS MB", median(ours, result -> result.figures().residentMegabytes()), GOAL_RSS);
    goal("PSS MB", median(ours, result -> result.figures().proportionalMegabytes()), GOAL_PSS);
    goal("idle, % of a core", median(ours, AgentRun.Result::idlePercent), GOAL_IDLE);
  }

  private void goal(String what, double reached, double most) {
    report.line(
        "  %-20s %6.2f, at most %5.2f: %s"
            .formatted(what, reached, most, reached <= most ? "reached" : "MISSED"));
  }

  private static double ratio(
      List<AgentRun.Result> ours,
      List<AgentRun.Result> peer,
      ToDoubleFunction<AgentRun.Result> figure) {
    return median(ours, figure) / median(peer, figure);
  }

  private static double median(
      List<AgentRun.Result> all, ToDoubleFunction<AgentRun.Result> figure) {
    return Figures.of(all.stream().map(figure::applyAsDouble).toList()).median();
  }

  private static List<AgentRun.Result> of(
      Map<String, List<AgentRun.Result>> results, Reporter reporter) {
    return Objects.requireNonNull(results.get(reporter.name()));
  }
}
