package org.jiujin.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiujin.device.scanner.GreyFrame;
import org.jiujin.device.virtual.phone.Burst;

/// How long after a phone comes into view a live reader has its text (performance reference, 2.6).
///
/// One worker always takes the newest frame; a slower machine is one on which every millisecond of processor time takes
/// several.
final class BurstRun {
  private static final double MISSED = Burst.FRAMES * Burst.FRAME_MILLISECONDS;

  private final List<Candidate> candidates;
  private final Turns turns;

  /// What one candidate came to.
  ///
  /// @param milliseconds time to decode of each presentation; a miss counts as a burst's whole length
  /// @param cpu of every frame that was looked at
  record Result(List<Double> milliseconds, List<Double> cpu) {
    long within(double limit) {
      return milliseconds.stream().filter(time -> time < limit).count();
    }

    long read() {
      return within(MISSED);
    }
  }

  BurstRun(List<Candidate> candidates, long seed) {
    this.candidates = candidates;
    this.turns = new Turns(seed);
  }

  /// Presents every phone to every candidate at every speed.
  ///
  /// @param slower by how much
  /// @return by slow-down and candidate
  Map<Integer, Map<Candidate, Result>> run(long seed, int presentations, List<Integer> slower) {
    var results = new LinkedHashMap<Integer, Map<Candidate, Result>>();
    for (int factor : slower) {
      var row = new LinkedHashMap<Candidate, Result>();
      candidates.forEach(
          candidate -> row.put(candidate, new Result(new ArrayList<>(), new ArrayList<>())));
      results.put(factor, row);
    }
    for (int number = 0; number < presentations; number++) {
      var frames = frames(Burst.present(seed, number));
      var texts = Burst.present(seed, number).texts();
      for (int factor : slower) {
        for (var candidate : turns.shuffled(candidates)) {
          var result = Objects.requireNonNull(results.get(factor)).get(candidate);
          present(candidate, frames, texts, factor, Objects.requireNonNull(result));
        }
      }
    }
    return results;
  }

  private static List<GreyFrame> frames(Burst burst) {
    return java.util.stream.IntStream.range(0, Burst.FRAMES)
        .parallel()
        .mapToObj(burst::frame)
        .toList();
  }

  private static void present(
      Candidate candidate, List<GreyFrame> frames, List<String> texts, int factor, Result result) {
    var reader = candidate.fresh().get();
    double time = 0;
    int index = 0;
    while (index < Burst.FRAMES) {
      time = Math.max(time, index * Burst.FRAME_MILLISECONDS);
      var frame = frames.get(index);
      var timed = ProcessorTime.of(() -> reader.apply(frame));
      result.cpu().add(timed.milliseconds());
      time += timed.milliseconds() * factor;
      if (Candidate.right(timed.answer(), texts)) {
        result.milliseconds().add(Math.min(MISSED, time));
        return;
      }
      index = Math.max(index + 1, (int) Math.floor(time / Burst.FRAME_MILLISECONDS));
    }
    result.milliseconds().add(MISSED);
  }
}
