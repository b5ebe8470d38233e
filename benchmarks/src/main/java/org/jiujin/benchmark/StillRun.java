package org.jiujin.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiujin.device.scanner.GreyFrame;

/// Gives every candidate every picture and keeps count.
final class StillRun {
  private static final int WARM_UP = 30;
  private static final int WARM_UP_ROUNDS = 3;

  private final Map<Candidate, Function<GreyFrame, Optional<String>>> readers =
      new LinkedHashMap<>();
  private final Map<Candidate, Tally> tallies = new LinkedHashMap<>();
  private final Turns turns;

  StillRun(List<Candidate> candidates, long seed) {
    turns = new Turns(seed);
    for (var candidate : candidates) {
      readers.put(candidate, candidate.fresh().get());
      tallies.put(candidate, new Tally());
    }
  }

  Map<Candidate, Tally> run(List<Input> inputs) {
    warmUp(inputs);
    for (var input : inputs) {
      var picture = input.frame().get();
      for (var candidate : turns.shuffled(List.copyOf(readers.keySet()))) {
        var timed = ProcessorTime.of(() -> read(candidate, picture));
        boolean right = Candidate.right(timed.answer(), picture.texts());
        tally(candidate)
            .add(input.group(), timed.answer().isPresent(), right, timed.milliseconds());
      }
    }
    return tallies;
  }

  /// Pictures spread over the set, uncounted.
  private void warmUp(List<Input> inputs) {
    var pictures = new ArrayList<Input.Picture>();
    int step = Math.max(1, inputs.size() / WARM_UP);
    for (int i = 0; i < inputs.size(); i += step) {
      pictures.add(inputs.get(i).frame().get());
    }
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (var picture : pictures) {
        readers.keySet().forEach(candidate -> read(candidate, picture));
      }
    }
  }

  private Optional<String> read(Candidate candidate, Input.Picture picture) {
    return java.util.Objects.requireNonNull(readers.get(candidate)).apply(picture.frame());
  }

  private Tally tally(Candidate candidate) {
    return java.util.Objects.requireNonNull(tallies.get(candidate));
  }
}
