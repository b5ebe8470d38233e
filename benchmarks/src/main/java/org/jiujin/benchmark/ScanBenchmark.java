package org.jiujin.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiujin.device.virtual.phone.StillClass;
import org.jiujin.device.virtual.phone.Stills;
import org.jiujin.device.zxing.CodeReaders;

/// `bench scan`: rate and processor time on stills by class, time to decode on bursts.
final class ScanBenchmark {
  private static final int STILLS = 20;
  private static final int PRESENTATIONS = 40;
  private static final long ORDER_SEED = 7;
  private static final List<Integer> SLOWER = List.of(1, 4);
  private static final Duration UNHURRIED = Duration.ofMillis(500);

  private final ScanOptions options;
  private final Report report;

  ScanBenchmark(ScanOptions options, Report report) {
    this.options = options;
    this.report = report;
  }

  void run() {
    report.line(
        "scan: stills seed %d, bursts seed %d, order seed %d, Java %s, %d processors, load %.2f"
            .formatted(
                options.seed(),
                options.burstSeed(),
                ORDER_SEED,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ProcessorTime.load()));
    if (options.photos().isPresent()) {
      stills(Photographs.in(options.photos().get()));
      return;
    }
    stills(generated());
    if (options.everyClass()) {
      bursts();
    }
    report.line("load at the end %.2f".formatted(ProcessorTime.load()));
  }

  private List<Input> generated() {
    var inputs = new ArrayList<Input>();
    for (var kind : options.classes()) {
      for (int i = 0; i < (options.quick() ? STILLS / 4 : STILLS); i++) {
        int index = i;
        inputs.add(
            new Input(
                kind.name(),
                () -> {
                  var still = Stills.picture(kind, options.seed(), index);
                  return new Input.Picture(still.frame(), still.texts());
                }));
      }
    }
    return inputs;
  }

  private void stills(List<Input> inputs) {
    var candidates = new ArrayList<Candidate>();
    candidates.add(Candidate.ours("ours, 20 ms a frame", CodeReaders.FRAME_LIMIT));
    candidates.add(Candidate.ours("ours, unhurried", UNHURRIED));
    candidates.addAll(Candidate.peers());
    var tallies = new StillRun(candidates, ORDER_SEED).run(inputs);
    report.line("");
    report.line(
        "%-36s %12s %7s %6s   processor ms: median   p95   mean    max  max failing"
            .formatted("stills", "right", "rate", "wrong"));
    tallies.forEach(this::still);
    var comparable = comparable(inputs);
    if (!comparable.isEmpty() && comparable.size() < groups(inputs).size()) {
      report.line("");
      report.line("the ten comparable classes alone");
      tallies.forEach((candidate, tally) -> {
        int right = comparable.stream().mapToInt(tally::right).sum();
        long all = inputs.stream().filter(input -> comparable.contains(input.group())).count();
        report.line(
            "%-36s %5d of %4d %6.1f%%"
                .formatted(candidate.name(), right, all, 100.0 * right / all));
      });
    }
    byGroup(inputs, tallies);
  }

  private void still(Candidate candidate, Tally tally) {
    var figures = Figures.of(tally.milliseconds());
    report.line(
        "%-36s %5d of %4d %6.1f%% %6d %22.2f %6.2f %6.2f %7.2f %7.2f"
            .formatted(
                candidate.name(),
                tally.right(),
                tally.inputs(),
                100.0 * tally.right() / tally.inputs(),
                tally.wrong(),
                figures.median(),
                figures.p95(),
                figures.mean(),
                figures.most(),
                tally.dearestFailure()));
  }

  private static List<String> groups(List<Input> inputs) {
    return inputs.stream().map(Input::group).distinct().toList();
  }

  private static List<String> comparable(List<Input> inputs) {
    var names =
        List.of(StillClass.values()).subList(0, StillClass.COMPARABLE).stream()
            .map(StillClass::name)
            .toList();
    return groups(inputs).stream().filter(names::contains).toList();
  }

  /// One row a class, one column a candidate.
  private void byGroup(List<Input> inputs, Map<Candidate, Tally> tallies) {
    report.line("");
    int number = 0;
    var head = new StringBuilder();
    for (var candidate : tallies.keySet()) {
      report.line("column %d: %s".formatted(++number, candidate.name()));
      head.append(String.format("%8d", number));
    }
    report.line("%-20s %s %8s".formatted("right by class", head, "of"));
    for (var group : groups(inputs)) {
      var row = new StringBuilder();
      tallies.values().forEach(tally -> row.append(String.format("%8d", tally.right(group))));
      long all = inputs.stream().filter(input -> input.group().equals(group)).count();
      report.line("%-20s %s %8d".formatted(group, row, all));
    }
  }

  private void bursts() {
    var candidates = new ArrayList<Candidate>();
    candidates.add(Candidate.oursBurst("ours, 20 ms a frame", CodeReaders.FRAME_LIMIT));
    candidates.addAll(Candidate.peers());
    int presentations = options.quick() ? PRESENTATIONS / 4 : PRESENTATIONS;
    var results =
        new BurstRun(candidates, ORDER_SEED).run(options.burstSeed(), presentations, SLOWER);
    for (int factor : SLOWER) {
      report.line("");
      report.line(
          "%-36s %12s   ms to decode: median   mean    p90  within 0.5 s  0.75 s  1 s"
              .formatted(factor == 1 ? "bursts" : "bursts, " + factor + " times slower", "read"));
      Objects.requireNonNull(results.get(factor)).forEach(this::burst);
    }
  }

  private void burst(Candidate candidate, BurstRun.Result result) {
    var times = result.milliseconds();
    var figures = Figures.of(times);
    double p90 =
        Figures.percentile(times.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.9);
    report.line(
        "%-36s %5d of %4d %22.0f %6.0f %6.0f %13d %7d %4d"
            .formatted(
                candidate.name(),
                result.read(),
                times.size(),
                figures.median(),
                figures.mean(),
                p90,
                result.within(500),
                result.within(750),
                result.within(1000)));
  }
}
