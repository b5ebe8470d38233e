package org.jiujin.device.zxing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// From three corner marks to the text: version, fourth point, perspective, modules.
final class SymbolReader {
  private static final float WORTH_REFINING = 0.3f;
  private static final float WORTH_READING = 0.8f;
  private static final float WORTH_FOLLOWING = 1.1f;
  private static final int GEOMETRIES = 3;

  private final Fit fit = new Fit();
  private final AlignmentSearch alignment = new AlignmentSearch();
  private final WarpSearch warps = new WarpSearch(alignment);
  private final ModuleGrid grid = new ModuleGrid();
  private final SymbolDecoder decoder = new SymbolDecoder();
  private final EvidenceSum sum;
  private final boolean summing;
  private Optional<Sighting> sighting = Optional.empty();

  /// @param summing whether frames that are read one after the other may show the same symbol
  SymbolReader(boolean summing) {
    this.summing = summing;
    this.sum = new EvidenceSum();
  }

  private record Candidate(Homography map, float score) {}

  /// Forgets what was seen in the frame before, but not the sum.
  void nextFrame() {
    sighting = Optional.empty();
  }

  /// Forgets everything.
  void clear() {
    sum.clear();
    sighting = Optional.empty();
  }

  /// The best place of this frame that is worth being looked at in the next one.
  Optional<Sighting> sighting() {
    return sighting;
  }

  /// Adds what three marks may be to a list.
  void consider(Pictures pictures, Triple found, List<Suspect> suspects, Budget budget) {
    float dimension = Ruler.dimension(pictures.of(Tier.Picture.WHOLE), found);
    float module = (found.legX() + found.legY()) / 2 / Math.max(14, dimension - 7);
    var picture = Tier.Picture.forModule(module);
    var triple = found.scaled(1f / picture.scale());
    for (var hypothesis : TimingPatterns.of(pictures.of(picture), triple, budget)) {
      suspects.add(new Suspect(picture, triple, hypothesis));
    }
  }

  Optional<String> read(Pictures pictures, Suspect suspect, Budget budget) {
    var plane = pictures.of(suspect.picture());
    boolean inverted = suspect.triple().inverted();
    fit.prepare(plane, inverted, suspect.hypothesis().dimension());
    for (var candidate : candidates(plane, suspect, budget)) {
      if (budget.spent() || candidate.score() < WORTH_REFINING) {
        break;
      }
      float score = fit.refine(candidate.map(), 1, budget);
      var text = read(plane, candidate.map(), suspect.picture(), inverted, score, budget);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /// Looks where a symbol was in the frame before, moved as far as expected.
  Optional<String> follow(Pictures pictures, Sighting before, float dx, float dy, Budget budget) {
    var picture = Tier.Picture.forModule(before.map().module());
    var plane = pictures.of(picture);
    var map = before.map().scaled(1f / picture.scale());
    map.shift(dx / picture.scale(), dy / picture.scale());
    fit.prepare(plane, before.inverted(), map.dimension());
    fit.slide(map);
    float score = fit.refine(map, 1, budget);
    return read(plane, map, picture, before.inverted(), score, budget);
  }

  private Optional<String> read(
      Plane plane,
      Homography map,
      Tier.Picture picture,
      boolean inverted,
      float score,
      Budget budget) {
    if (score < WORTH_READING) {
      return Optional.empty();
    }
    remember(new Sighting(map.scaled(picture.scale()), inverted, score));
    grid.sample(plane, map, inverted);
    var text = decoder.read(grid, budget);
    if (text.isEmpty() && WarpSearch.possible(map.dimension()) && !budget.spent()) {
      grid.sample(plane, map, inverted, warps.measure(plane, map, inverted, budget));
      text = decoder.read(grid, budget);
    }
    if (text.isEmpty()
        && summing
        && score >= WORTH_FOLLOWING
        && sum.add(decoder.evidence(), grid.dimension())) {
      return decoder.read(sum.evidence(), sum.dimension());
    }
    return text;
  }

  private void remember(Sighting seen) {
    if (seen.fit() >= WORTH_FOLLOWING
        && (sighting.isEmpty() || sighting.get().fit() < seen.fit())) {
      sighting = Optional.of(seen);
    }
  }

  private List<Candidate> candidates(Plane frame, Suspect suspect, Budget budget) {
    var triple = suspect.triple();
    var hypothesis = suspect.hypothesis();
    var map = new Homography(hypothesis.dimension());
    map.marks(triple);
    map.stretch(hypothesis.g(), hypothesis.h());
    var candidates = new ArrayList<Candidate>();
    candidates.add(new Candidate(map, fit.score(map)));
    var parallelogram = new Homography(hypothesis.dimension());
    parallelogram.marks(triple);
    parallelogram.stretch(0, 0);
    candidates.add(new Candidate(parallelogram, fit.score(parallelogram)));
    if (hypothesis.dimension() > 21) {
      alignment.prepare(frame, triple.inverted());
      float reach = Math.max(4, 0.13f * (hypothesis.dimension() - 7));
      for (var place : alignment.around(map, map.fourth(), map.fourth(), reach, budget)) {
        var fitted = new Homography(map);
        fitted.fourthAt(place.x(), place.y());
        candidates.add(new Candidate(fitted, fit.score(fitted)));
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates.subList(0, Math.min(GEOMETRIES, candidates.size()));
  }
}
